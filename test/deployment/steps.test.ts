import { describe, expect, it } from 'vitest';
import { createStepRecorder, type StepHeading, type StepListener } from '../../src/deployment/steps.ts';

const VERIFY: StepHeading = { name: 'verify', title: 'Verify', endpoint: 'rec.example.com:443' };
const DEPLOY: StepHeading = { name: 'deploy', title: 'Deploy', endpoint: undefined };

/** What a listener was told, one line each. */
function record() {
  const told: string[] = [];
  const listener: StepListener = {
    started: ({ name }) => void told.push(`started ${name}`),
    asked: (line) => void told.push(`asked ${line}`),
    observed: (line) => void told.push(`observed ${line}`),
    looked: ({ serving, addresses }) => void told.push(`looked ${serving}/${addresses}`),
    finished: ({ name, outcome }) => void told.push(`finished ${name} ${outcome}`),
  };
  let nowMs = 0;
  const steps = createStepRecorder(listener, () => new Date((nowMs += 40)));
  return { told, steps };
}

describe('a step', () => {
  it('is told as it goes and recorded when it ends', async () => {
    const { told, steps } = record();
    const result = await steps.run(VERIFY, (step) => {
      step.asked('TLS');
      step.observed('leaf');
      return Promise.resolve(7);
    });
    expect(result).toBe(7);
    expect(told).toEqual(['started verify', 'asked TLS', 'observed leaf', 'finished verify done']);
    expect(steps.records).toEqual([
      { ...VERIFY, asked: ['TLS'], observed: ['leaf'], looks: [], outcome: 'done', durationMs: 40 },
    ]);
  });

  it('says when each of its looks was, and what it saw', async () => {
    const { told, steps } = record();
    await steps.run(VERIFY, (step) => {
      step.looked({ serving: 1, addresses: 3 });
      return Promise.resolve(step.looked({ serving: 3, addresses: 3 }));
    });
    expect(steps.records[0]?.looks).toEqual([
      { elapsedMs: 40, serving: 1, addresses: 3 },
      { elapsedMs: 80, serving: 3, addresses: 3 },
    ]);
    expect(told).toEqual(['started verify', 'looked 1/3', 'looked 3/3', 'finished verify done']);
  });

  it('says why it was skipped', async () => {
    const { steps } = record();
    await steps.run(VERIFY, (step) => Promise.resolve(step.skipped('nothing changed')));
    expect(steps.records).toMatchObject([{ outcome: 'skipped', observed: ['nothing changed'] }]);
  });

  it('says what it found', async () => {
    const { steps } = record();
    await steps.run(VERIFY, (step) => Promise.resolve(step.found('it is broken')));
    expect(steps.records).toMatchObject([{ outcome: 'found', observed: ['it is broken'] }]);
  });

  it('that throws is recorded as failed, whatever it said before, and the error goes on', async () => {
    const { steps } = record();
    const failing = steps.run(VERIFY, (step) => {
      step.found('first');
      return Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(steps.records).toMatchObject([{ outcome: 'failed' }]);
  });

  it('hears what others ask for it while it runs, and after it nobody does', async () => {
    const { told, steps } = record();
    steps.asked('too early');
    await steps.run(DEPLOY, async () => {
      steps.asked('POST DeployCertificate');
      await steps.run(VERIFY, () => Promise.resolve(steps.asked('inner')));
      steps.asked('again');
    });
    steps.asked('too late');
    expect(told.filter((line) => line.startsWith('asked'))).toEqual([
      'asked POST DeployCertificate',
      'asked inner',
      'asked again',
    ]);
    expect(steps.records.map(({ name, asked }) => [name, asked])).toEqual([
      ['verify', ['inner']],
      ['deploy', ['POST DeployCertificate', 'again']],
    ]);
  });
});
