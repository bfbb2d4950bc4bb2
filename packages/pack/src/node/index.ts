export { largestFile, mostFiles, readPackFolder, type PackFolderErrorCode } from './read-pack-folder.ts';
