const table = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [code, ko, en] = line.trim().split('|');
      return { code: /^\d$/.test(code) ? Number(code) : code, ko, en };
    });

const shaped = (text) =>
  text.split('\n').map((line) => {
    const [code, ko, en, shape] = line.trim().split('|');
    return { code, ko, en, shape };
  });

const asked = (code, ko, en, options) => ({ code, ko, en, required: true, options: table(options) });

export const codes = {
  incidentKinds: table(`DISTURBANCE|투표소 소란|Disturbance
    VIOLENCE|폭력·협박|Violence or threat
    VOTING_OBSTRUCTION|투표 방해|Voting obstruction
    BALLOT_PHOTOGRAPHED|투표지 촬영|Ballot photographed
    BALLOT_DAMAGED|투표지 훼손|Ballot damaged
    DOUBLE_VOTE_CLAIM|이중투표 주장|Double-vote claim
    POSTER_DAMAGE|벽보·현수막 훼손|Poster damage
    ILLEGAL_POLL|불법 여론조사|Illegal poll
    REGISTER_OUTAGE|선거인명부 장애|Register outage
    CROWD|인파·집회|Crowd
    TRAFFIC|교통|Traffic
    FIRE|화재|Fire
    POWER_OR_NETWORK|정전·통신 장애|Power or network
    MEDICAL|구급·안전사고|Medical
    EXPLOSIVE_OR_SUSPICIOUS|폭발물·의심 물체|Explosive or suspicious
    BALLOT_BOX_OBSTRUCTION|투표함 방해|Ballot-box obstruction
    COUNT_OBSTRUCTION|개표 방해|Count obstruction
    RIGGING_CLAIM|부정선거 주장|Rigging claim
    BRIBERY|금품수수|Bribery
    FALSE_INFORMATION|허위사실 유포|False information
    OFFICIAL_INVOLVEMENT|공무원 선거관여|Official involvement
    ELECTION_VIOLENCE|선거폭력|Election violence
    ILLEGAL_ORGANISATION|불법단체 동원|Illegal organisation
    DEEPFAKE|딥페이크|Deepfake
    CYBER_ATTACK|사이버 공격|Cyber attack
    OTHER|기타|Other`),
  urgencies: table(`0|코드 0|Code 0
    1|코드 1|Code 1
    2|코드 2|Code 2
    3|코드 3|Code 3
    4|코드 4|Code 4`),
  sources: table(`OFFICER|현장 경찰관|Officer
    CALL_112|112 신고|112 call
    RADIO|무전|Radio
    PHONE|전화|Phone
    NEC|선관위|Election commission
    MONITORING|온라인 모니터링|Online monitoring
    OTHER|기타|Other`),
  monitorings: table(`AI_CONTENT|AI 생성물|AI-made content
    ILLEGAL_POLL|불법 여론조사|Illegal opinion poll
    FALSE_POST|허위 게시물|False post
    OTHER|기타|Other`),
  handlings: table(`SITUATION|상황실|Situation room
    INVESTIGATION|수사과|Investigation
    CYBER|사이버수사|Cyber investigation`),
  clearances: table(`GENERAL|일반|General
    PROTECTION|신변보호|Protection
    RESTRICTED|수사보안|Restricted`),
  statuses: table(`REPORTED|미접수|Unacknowledged
    ACKNOWLEDGED|접수|Acknowledged
    DISPATCHED|출동|Dispatched
    ON_SCENE|현장 도착|On scene
    RESOLVED|조치 완료|Resolved
    CLOSED|종결|Closed
    DUPLICATE|중복|Duplicate
    FALSE_REPORT|오인 신고|False report`),
  outcomes: table(`HANDLED_ON_SITE|현장 조치|Handled on site
    WARNED|경고|Warned
    ARRESTED|검거|Arrested
    REFERRED_TO_INVESTIGATION|수사 인계|Referred to investigation
    HANDED_TO_NEC|선관위 인계|Handed to NEC
    HANDED_TO_OTHER_AGENCY|타 기관 인계|Handed to another agency
    NO_ACTION_NEEDED|조치 불요|No action needed
    UNFOUNDED|사실무근|Unfounded`),
  directiveUrgencies: table(`ROUTINE|일반|Routine
    URGENT|긴급|Urgent
    FLASH|즉시|Flash`),
  directiveStates: table(`OPEN|진행|Open
    SUPERSEDED|대체됨|Superseded
    WITHDRAWN|철회|Withdrawn
    CONCLUDED|종결|Concluded`),
  directiveRoomStates: table(`UNREAD|미열람|Unread
    READ|열람|Read
    ACKNOWLEDGED|수령|Acknowledged
    DONE|이행|Done`),
  conferenceStates: table(`CONVENED|소집|Convened
    RUNNING|진행 중|Running
    ENDED|종료|Ended
    CANCELLED|취소|Cancelled`),
  postKinds: table(`POLLING_PLACE|투표소|Polling place
    EARLY_VOTING_PLACE|사전투표소|Early-voting place
    COUNTING_CENTRE|개표소|Counting centre`),
  roles: table(`ROOM_OPERATOR|상황실 요원|Room operator
    OFFICER|현장 경찰관|Officer
    NATIONAL_COMMANDER|전국 지휘관|National commander
    VIEWER|열람자|Viewer`),
  levels: shaped(`A|갑호|Level A|■
    B|을호|Level B|◆
    C|병호|Level C|▲
    ALERT|경계강화|Alert|●
    READY|작전준비태세|Ready|○
    NORMAL|평시|Normal|`),
  levelStates: table(`PROPOSED|승인 대기|Waiting
    PLANNED|시행 예정|Planned
    IN_FORCE|시행 중|In force
    LIFTED|해제|Lifted
    EXPIRED|기간 만료|Expired
    REFUSED|반려|Refused`),
  phases: table(`CAMPAIGN|선거운동|Campaign
    EARLY_VOTING|사전투표|Early voting
    STORAGE_WATCH|사전투표함 보관|Storage watch
    PREPARATION|투표 준비|Preparation
    VOTING|투표 진행|Voting
    TRANSPORT|투표함 회송|Transport
    COUNTING|개표|Counting
    STAND_DOWN|해산|Stand-down`),
  forceKinds: table(`STATION_OFFICERS|경찰서 경찰관|Station officers
    PRECINCT_PATROL|지구대·파출소|Precinct patrol
    MOBILE_UNIT|기동대|Mobile unit
    MOBILE_PATROL|기동순찰대|Mobile patrol
    CRIMINAL_INVESTIGATION|형사|Criminal investigation
    TRAFFIC|교통|Traffic
    STRIKE_RESERVE|타격대|Strike reserve
    CYBER|사이버수사|Cyber
    PROTECTION_DETAIL|신변보호|Protection detail`),
  deploymentStates: table(`PLANNED|계획|Planned
    EN_ROUTE|이동 중|En route
    ON_POST|현장 배치|On post
    RELIEVED|교대 완료|Relieved
    CANCELLED|취소|Cancelled`),
  reserveStates: table(`REQUESTED|요청|Requested
    APPROVED|승인|Approved
    REFUSED|반려|Refused
    MOVING|이동 중|Moving
    ARRIVED|도착|Arrived
    RETURNED|복귀|Returned
    WITHDRAWN|철회|Withdrawn`),
  postStates: table(`IDLE|보고 대상 아님|Nothing due
    REPORTING|정상 보고|Reporting
    NEVER_REPORTED|최초 미보고|Never reported
    LATE|보고 지연|Late
    LOST_CONTACT|연락 두절|Lost contact
    SIGNED_OFF|근무 종료|Signed off`),
  reportKinds: table(`SITUATION|상황보고|Situation report
    NIL|특이사항 없음|Nothing to report
    SIGN_OFF|근무 종료|End of duty`),
  signsOfLife: table(`CHECK_IN|도착|Check-in
    NIL|특이사항 없음|Nothing to report
    SITUATION|상황보고|Situation report
    SIGN_OFF|근무 종료|Sign-off`),
  operationStates: table(`PREPARED|준비 중|Prepared
    OPEN|운영 중|Open
    CLOSED|종료|Closed
    ARCHIVED|보관|Archived`),
  levelNeeds: table(`CONFIRMATION|제2지휘관 확인|A second commander's confirmation
    APPROVAL|상급 관서 승인|The superior's approval`),
  leaveRules: table(`SUSPENDED|연가 중지|Leave suspended
    RESTRAINED|연가 억제|Leave restrained
    NORMAL|연가 정상|Leave as usual`),
  levelWarnings: table(`NO_EFFECT|이미 같거나 높은 단계가 적용되고 있습니다.|The same or a higher level holds already.
    WITHOUT_END|종료 시각이 없습니다. 해제할 때까지 계속됩니다.|It has no end: it lasts until it is lifted.`),
  reportForms: [
    {
      code: 'POLLING',
      ko: '투표 진행',
      en: 'Polling place, voting',
      postKinds: ['POLLING_PLACE', 'EARLY_VOTING_PLACE'],
      phases: ['VOTING', 'EARLY_VOTING'],
      fields: [
        asked(
          'queue',
          '대기 행렬',
          'Queue',
          `NONE|없음|None
          NORMAL|보통|Normal
          CROWDED|혼잡|Crowded`,
        ),
        asked(
          'order',
          '질서',
          'Order',
          `CALM|평온|Calm
          UNEASY|소란|Uneasy
          CLASH|충돌|Clash`,
        ),
        asked(
          'facilities',
          '시설',
          'Facilities',
          `OK|이상 없음|In order
          FAULT|이상|Fault`,
        ),
        { code: 'people', ko: '근무 인원', en: 'People on duty', required: true, min: 0, max: 500 },
      ],
    },
  ],
};
