import type { RuleId } from '../diagnostics/rule-id.ts';
import { architectureLevel } from './architecture-level.ts';
import { blankValue } from './blank-value.ts';
import { botMaintainer } from './bot-maintainer.ts';
import { caveatClosed } from './caveat-closed.ts';
import { caveatTracking } from './caveat-tracking.ts';
import { changeReason } from './change-reason.ts';
import { changedId } from './changed-id.ts';
import { channelRelease } from './channel-release.ts';
import { claimAboveEvidence } from './claim-above-evidence.ts';
import { claimBelowEvidence } from './claim-below-evidence.ts';
import { controlCharacter } from './control-character.ts';
import { danglingReference } from './dangling-reference.ts';
import { dateRule } from './date.ts';
import { duplicateKey } from './duplicate-key.ts';
import { duplicateMaintainer } from './duplicate-maintainer.ts';
import { duplicateName } from './duplicate-name.ts';
import { emptyFile } from './empty-file.ts';
import { encodingRule } from './encoding.ts';
import { evidenceAge } from './evidence-age.ts';
import { evidenceGone } from './evidence-gone.ts';
import { evidencePlace } from './evidence-place.ts';
import { fileName } from './file-name.ts';
import { fileTooLarge } from './file-too-large.ts';
import { formatRule } from './format.ts';
import { futureDate } from './future-date.ts';
import { handleRule } from './handle.ts';
import { handleGone } from './handle-gone.ts';
import { handleRenamed } from './handle-renamed.ts';
import { historyLevel } from './history-level.ts';
import { historyOrder } from './history-order.ts';
import { idRule } from './id.ts';
import { levelCaveat } from './level-caveat.ts';
import { levelMaintainer } from './level-maintainer.ts';
import { levelReason } from './level-reason.ts';
import { lifecycleReason } from './lifecycle-reason.ts';
import { lineEnding } from './line-ending.ts';
import { maintainerConsent } from './maintainer-consent.ts';
import { manyEntries } from './many-entries.ts';
import { markdownRule } from './markdown.ts';
import { missingFile } from './missing-file.ts';
import { missingKey } from './missing-key.ts';
import { outsideEntries } from './outside-entries.ts';
import { placeholderRule } from './placeholder.ts';
import { raisedEvidence } from './raised-evidence.ts';
import { referenceRule } from './reference.ts';
import { referenceGone } from './reference-gone.ts';
import { referenceMoved } from './reference-moved.ts';
import { releaseRule } from './release.ts';
import { removedFile } from './removed-file.ts';
import { repositoryArchived } from './repository-archived.ts';
import { reviewDate } from './review-date.ts';
import { smartQuotes } from './smart-quotes.ts';
import { snapshotEdit } from './snapshot-edit.ts';
import { stageEvidence } from './stage-evidence.ts';
import { stageMissing } from './stage-missing.ts';
import { stageProgress } from './stage-progress.ts';
import { symbolicLink } from './symbolic-link.ts';
import { teamConsent } from './team-consent.ts';
import { unknownArchitecture } from './unknown-architecture.ts';
import { unknownCategory } from './unknown-category.ts';
import { unknownKey } from './unknown-key.ts';
import { unknownLevel } from './unknown-level.ts';
import { unknownStage } from './unknown-stage.ts';
import { unknownValue } from './unknown-value.ts';
import { unreadableFile } from './unreadable-file.ts';
import { urlRule } from './url.ts';
import { valueForm } from './value-form.ts';
import { watchCoverage } from './watch-coverage.ts';
import { watchExcuse } from './watch-excuse.ts';
import { workflowFailing } from './workflow-failing.ts';
import { workflowIdle } from './workflow-idle.ts';
import { wrongType } from './wrong-type.ts';
import { yamlDepth } from './yaml-depth.ts';
import { yamlDocument } from './yaml-document.ts';
import { yamlFeature } from './yaml-feature.ts';
import { yamlSyntax } from './yaml-syntax.ts';
import type { Rule } from './rule.ts';

/** Every rule by its id, in the order of their pages. The compiler sees to it that none is missing. */
export const RULES: Readonly<Record<RuleId, Rule>> = {
  'missing-file': missingFile,
  'file-name': fileName,
  'symbolic-link': symbolicLink,
  'unreadable-file': unreadableFile,
  'file-too-large': fileTooLarge,
  encoding: encodingRule,
  'control-character': controlCharacter,
  'line-ending': lineEnding,
  'empty-file': emptyFile,
  'yaml-syntax': yamlSyntax,
  'yaml-document': yamlDocument,
  'yaml-feature': yamlFeature,
  'yaml-depth': yamlDepth,
  'duplicate-key': duplicateKey,
  format: formatRule,
  'unknown-key': unknownKey,
  'missing-key': missingKey,
  'blank-value': blankValue,
  'wrong-type': wrongType,
  'value-form': valueForm,
  'unknown-category': unknownCategory,
  'unknown-level': unknownLevel,
  'unknown-architecture': unknownArchitecture,
  'unknown-stage': unknownStage,
  'unknown-value': unknownValue,
  id: idRule,
  url: urlRule,
  handle: handleRule,
  reference: referenceRule,
  date: dateRule,
  release: releaseRule,
  placeholder: placeholderRule,
  'smart-quotes': smartQuotes,
  markdown: markdownRule,
  'evidence-place': evidencePlace,
  'lifecycle-reason': lifecycleReason,
  'history-order': historyOrder,
  'history-level': historyLevel,
  'architecture-level': architectureLevel,
  'duplicate-name': duplicateName,
  'duplicate-maintainer': duplicateMaintainer,
  'dangling-reference': danglingReference,
  'bot-maintainer': botMaintainer,
  'claim-above-evidence': claimAboveEvidence,
  'claim-below-evidence': claimBelowEvidence,
  'level-maintainer': levelMaintainer,
  'level-caveat': levelCaveat,
  'level-reason': levelReason,
  'caveat-tracking': caveatTracking,
  'stage-missing': stageMissing,
  'stage-evidence': stageEvidence,
  'future-date': futureDate,
  'review-date': reviewDate,
  'evidence-age': evidenceAge,
  'evidence-gone': evidenceGone,
  'workflow-failing': workflowFailing,
  'workflow-idle': workflowIdle,
  'handle-gone': handleGone,
  'handle-renamed': handleRenamed,
  'reference-gone': referenceGone,
  'reference-moved': referenceMoved,
  'repository-archived': repositoryArchived,
  'stage-progress': stageProgress,
  'caveat-closed': caveatClosed,
  'watch-coverage': watchCoverage,
  'watch-excuse': watchExcuse,
  'channel-release': channelRelease,
  'removed-file': removedFile,
  'changed-id': changedId,
  'raised-evidence': raisedEvidence,
  'change-reason': changeReason,
  'maintainer-consent': maintainerConsent,
  'team-consent': teamConsent,
  'many-entries': manyEntries,
  'outside-entries': outsideEntries,
  'snapshot-edit': snapshotEdit,
};
