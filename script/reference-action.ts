// The least that an action with GitHub's toolkit can be: what the start of ours is measured against.
import * as core from '@actions/core';
import * as github from '@actions/github';

core.info(`Ready for ${github.context.serverUrl} with ${typeof github.getOctokit}`);
