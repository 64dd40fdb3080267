/** Words for what is prepared: the administrator's desk, proposals, lists, single deployments, the course of a muster. */
export const koPlan = {
  'desk.blind': '이 계정은 실시간 상황판을 보지 않습니다. 운영과 명부만 다룹니다.',
  'desk.blind.status': '실시간 화면 없음',
} as const satisfies Record<string, string>;
