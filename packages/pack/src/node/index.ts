export { type PackFolderErrorCode } from './folder-fault.ts';
export { inspectPackFolder, largestFile, largestPack, mostFiles, readPackFolder, type PackFolder } from './read-pack-folder.ts';
export { readOrganisation } from './read-organisation.ts';
export {
  readInForce,
  readReleasedPack,
  readReleases,
  releasedPackFolder,
  type ReleasesErrorCode,
  type ReleasesFolder,
} from './releases-folder.ts';
export { replaceFile } from './write-durably.ts';
export { addStep, storePack } from './write-release.ts';
export { publishBundle, type Published } from './bundle/publish-bundle.ts';
export { pullBundle, type Pulled } from './bundle/pull-bundle.ts';
export { createRegistryClient } from './bundle/registry-client.ts';
export { judgeAddress, type JudgeAddressCode } from './judge/judge-address.ts';
export { judgePack, type JudgeOptions } from './judge/judge-pack.ts';
export { readTrust } from './read-trust.ts';
