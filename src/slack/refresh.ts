import { hasCode } from '../errors/catalogue.ts';
import { editMessage } from './delivery.ts';
import { incidentMessage, type MessageSetting, type Told } from './incident-message.ts';
import type { Slack } from './slack.ts';

/**
 * Brings the message of an incident up to date, in place: nobody is notified and its thread says nothing. Does nothing
 * where there is no message, or none any more.
 *
 * @throws every code of `translateFailure` but SLACK_MESSAGE_GONE
 */
export async function refreshMessage(slack: Slack, told: Told, setting: MessageSetting): Promise<void> {
  const { message } = told.incident.links;
  if (!message) return;
  try {
    await editMessage(slack, message, incidentMessage(told, setting));
  } catch (error) {
    if (!hasCode(error, 'SLACK_MESSAGE_GONE')) throw error;
  }
}
