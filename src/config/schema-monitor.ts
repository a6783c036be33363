import { z } from 'zod';
import { DIGEST_DAYS } from './config.ts';
import { unique } from './schema-forms.ts';
import { slackChannel, slackMention, slackUser, vantage } from './schema-values.ts';

export const monitor = z.strictObject({
  'open-after': z
    .int()
    .min(1)
    .max(10)
    .default(2)
    .describe(
      'Runs in a row that must see a problem before anybody is told. An expired certificate and a wrong name are told at once.',
    ),
  'resolve-after': z
    .int()
    .min(1)
    .max(10)
    .default(2)
    .describe('Runs in a row that must see a problem gone before it counts as mended.'),
  'remind-days': z
    .int()
    .min(1)
    .max(30)
    .default(1)
    .describe('Days between reminders of an alert that nobody has acknowledged.'),
  group: z
    .int()
    .min(2)
    .max(1000)
    .default(5)
    .describe('Endpoints that must fail for one cause in one run to share one message.'),
  'unknown-after': z
    .int()
    .min(1)
    .max(1000)
    .default(6)
    .describe('Runs in a row that could not tell how an endpoint is before the weekly digest says so.'),
  'history-days': z
    .int()
    .min(7)
    .max(400)
    .default(90)
    .describe('Days for which resolved incidents and the daily verdicts of endpoints are kept.'),
  digest: z
    .enum(DIGEST_DAYS)
    .default('monday')
    .describe('Day of the week (UTC) of the digest; `never` for none.'),
  vantage: vantage
    .optional()
    .describe(
      'Where the monitor looks from, in your words, such as office-hangzhou. Default: what the runner tells, such as github-hosted/Linux.',
    ),
});

export const slack = z.strictObject({
  mention: slackMention
    .optional()
    .describe(
      'Who is called when clients are refused: the id of a user (U…) or a user group (S…), `here` or `channel`. Default: nobody.',
    ),
  users: unique(z.array(slackUser))
    .prefault([])
    .describe('Ids of the users who may acknowledge, snooze and give commands. Default: nobody.'),
  channels: unique(z.array(slackChannel))
    .prefault([])
    .describe('Ids of the channels in which commands are taken. Default: that of the alerts alone.'),
  buttons: z
    .boolean()
    .default(false)
    .describe('Whether `airec-https bot` runs with the same app, so that alerts get buttons.'),
});
