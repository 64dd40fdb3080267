/** Why a directive or a conference was refused, and how a directive ends by itself. */
export const koOrderRefusals = {
  'timeline.directive-concluded': '종결',

  'refusal.unknown-directive': '그 지시는 이 관서가 볼 수 있는 것이 아닙니다.',
  'refusal.not-asked': '이 관서에 내린 지시가 아닙니다.',
  'refusal.not-your-directive': '다른 관서가 내린 지시입니다. 고치거나 거둘 수 없습니다.',
  'refusal.directive-over': '이미 끝난 지시입니다. 대체된 지시가 있는지 확인하십시오.',
  'refusal.not-for-post': '이 근무지에 내린 지시가 아닙니다.',
  'refusal.due-in-past': '기한이 이미 지났습니다. 앞으로의 시각을 정하십시오.',
  'refusal.nobody-late': '독촉할 관서가 없습니다.',
  'refusal.unknown-decision': '그 결정 사항은 이 관서가 연 회의의 것이 아닙니다.',
  'refusal.unknown-conference': '그 회의는 이 관서가 볼 수 있는 것이 아닙니다.',
  'refusal.not-your-conference': '다른 관서가 소집한 회의입니다. 참석과 불참만 입력할 수 있습니다.',
  'refusal.not-invited': '이 회의에 소집되지 않은 관서입니다.',
  'refusal.conference-over': '이미 끝나거나 취소된 회의입니다.',
  'refusal.starts-in-past': '시작 시각이 이미 지났습니다.',
  'refusal.agenda-malformed':
    '안건을 그대로 둘 수 없습니다. 같은 안건이 두 번 있거나, 너무 많거나, 진행 중에 뺀 것이 있습니다.',
  'refusal.unknown-item': '회의에 없는 안건입니다.',
} as const satisfies Record<string, string>;
