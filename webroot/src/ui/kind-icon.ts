import {
  Ban,
  Banknote,
  Bomb,
  Bot,
  Camera,
  Car,
  ChartNoAxesColumn,
  CircleEllipsis,
  Copy,
  FileX,
  Flame,
  HandFist,
  HeartPulse,
  Landmark,
  Megaphone,
  MessageSquareWarning,
  PackageX,
  PlugZap,
  Scale,
  ScrollText,
  ServerOff,
  ShieldX,
  Skull,
  Swords,
  Users,
  UsersRound,
  type IconNode,
} from 'lucide';

const icons: Readonly<Record<string, IconNode>> = {
  DISTURBANCE: Megaphone,
  VIOLENCE: HandFist,
  VOTING_OBSTRUCTION: Ban,
  BALLOT_PHOTOGRAPHED: Camera,
  BALLOT_DAMAGED: FileX,
  DOUBLE_VOTE_CLAIM: Copy,
  POSTER_DAMAGE: ScrollText,
  ILLEGAL_POLL: ChartNoAxesColumn,
  REGISTER_OUTAGE: ServerOff,
  CROWD: Users,
  TRAFFIC: Car,
  FIRE: Flame,
  POWER_OR_NETWORK: PlugZap,
  MEDICAL: HeartPulse,
  EXPLOSIVE_OR_SUSPICIOUS: Bomb,
  BALLOT_BOX_OBSTRUCTION: PackageX,
  COUNT_OBSTRUCTION: ShieldX,
  RIGGING_CLAIM: Scale,
  BRIBERY: Banknote,
  FALSE_INFORMATION: MessageSquareWarning,
  OFFICIAL_INVOLVEMENT: Landmark,
  ELECTION_VIOLENCE: Swords,
  ILLEGAL_ORGANISATION: UsersRound,
  DEEPFAKE: Bot,
  CYBER_ATTACK: Skull,
};

const svg = 'http://www.w3.org/2000/svg';

/** A picture of an incident's kind, beside its word and never instead of it. */
export function kindIcon(kind: string): SVGElement {
  const picture = document.createElementNS(svg, 'svg');
  const about = {
    viewBox: '0 0 24 24',
    fill: 'none',
    stroke: 'currentColor',
    class: 'kind-icon',
    'aria-hidden': 'true',
  };
  for (const [name, value] of Object.entries(about)) picture.setAttribute(name, value);
  for (const [tag, attributes] of icons[kind] ?? CircleEllipsis) {
    const part = document.createElementNS(svg, tag);
    for (const [name, value] of Object.entries(attributes)) part.setAttribute(name, String(value));
    picture.append(part);
  }
  return picture;
}
