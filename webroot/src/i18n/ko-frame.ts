/** Words of the frame around the pages: navigation, what changed, the wall, paper. */
export const koFrame = {
  'nav.map': '지도',
  'nav.charts': '추이',
};
