/** What lies in a folder. */
export interface Entry {
  readonly name: string;
  readonly isFile: boolean;
  readonly bytes: number;
  /** Epoch ms. */
  readonly modifiedAt: number;
}

/** Folders and files of a drop folder, here or on another machine; paths are relative to it, with `/`. */
export interface Files {
  list(folder: string): Promise<Entry[]>;
  exists(path: string): Promise<boolean>;
  /** @throws where it is there already */
  makeFolder(path: string): Promise<void>;
  /** A new file: when this answers it outlasts a power cut. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Uint8Array>;
  /** In one step, to where nothing is; false where there is nothing to be moved. @throws where a full folder is there */
  move(from: string, to: string): Promise<boolean>;
  /** With all that is in it; nothing happens where it is not there. */
  remove(path: string): Promise<void>;
  /** What was made in a folder, moved into it or out of it, outlasts a power cut. */
  settle(folder: string): Promise<void>;
}
