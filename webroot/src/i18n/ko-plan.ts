/** Words for what is prepared: the administrator's desk, proposals, lists, single deployments, the course of a muster. */
export const koPlan = {
  'desk.blind': '이 계정은 실시간 상황판을 보지 않습니다. 운영과 명부만 다룹니다.',
  'desk.blind.status': '실시간 화면 없음',

  'proposal.title': '표준 일정안',
  'proposal.text':
    '선거일에 맞춘 표준 시간표와 단계별 계획을 편집기에 채웁니다. 저장하기 전에는 아무것도 바뀌지 않습니다.',
  'proposal.pollingDay': '선거일',
  'proposal.close': '투표 마감 (한국 시각)',
  'proposal.campaignFrom': '선거운동 시작일',
  'proposal.campaignFrom.hint': '비우면 선거일 22일 전',
  'proposal.ask': '편집기에 채우기',
  'proposal.unsaved': '제안된 내용입니다. 확인하고 저장해야 적용됩니다.',
} as const satisfies Record<string, string>;
