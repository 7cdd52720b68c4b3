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
  /** In the order of the register; the head comes first. */
  members: Member[];
}

export interface RegisterMember {
  /** To the head, in Chinese; the head is 户主. */
  relation: string;
  name: string;
  idNumber: string;
  canWork: boolean;
  status: 'present' | 'dead' | 'departed';
  statusSince: string | null;
  account: RegisterAccount | null;
}

export interface RegisterAccount {
  bankName: string;
  number: string;
}

export const HEAD = '户主';
