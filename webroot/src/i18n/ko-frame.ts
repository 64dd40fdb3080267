/** Words of the frame around the pages: navigation, what changed, the wall, paper. */
export const koFrame = {
  'nav.map': '지도',
  'nav.charts': '추이',
  'nav.groups': '화면 묶음',
  'group.picture': '상황판',
  'group.command': '지휘',
  'group.force': '현장',
  'group.case': '사건',
  'group.custody': '투표함',
  'group.manage': '관리',
  'page.failed': '화면을 불러오지 못했습니다. 새 판이 설치되었을 수 있습니다. 새로 고치면 그 판으로 이어집니다.',
  'page.reload': '새로 고침',
};
