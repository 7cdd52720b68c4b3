/** A household as a register tells it, before it is sealed: what the importer reads and the demonstration invents. */
export interface RegisterHousehold<Member extends RegisterMember = RegisterMember> {
  registerNo: string;
  villageCode: string;
  standing: 'registered' | 'observation' | 'exited' | 'unregistered';
  group: 'dibao' | 'dibaoMarginal' | 'lowIncome';
  /** ISO dates, Asia/Shanghai */
  registeredOn: string;
  observationSince: string | null;
  exitedOn: string | null;
  phone: string | null;
  address: string | null;
  /** Of the year before; null where nothing is said of it. */
  incomeFen: number | null;
  /** In the order of the register; the head comes first. */
  members: Member[];
}

export interface RegisterMember {
  /** To the head, in Chinese; the head is 户主. */
  relation: string;
  name: string;
  idNumber: string;
  canWork: boolean;
  /** 1 the gravest, 0 none; null where nothing is said of it. */
  disability: number | null;
  /** Of a national minority; null where nothing is said of it. */
  minority: boolean | null;
  status: 'present' | 'dead' | 'departed';
  statusSince: string | null;
  account: RegisterAccount | null;
}

export interface RegisterAccount {
  bankName: string;
  number: string;
}

export const HEAD = '户主';
