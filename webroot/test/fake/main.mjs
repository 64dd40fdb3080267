// node test/fake/main.mjs [port] [incidents] [--drill] [--national] [--empty]: serves dist/ and a stand-in for the server.
import { House } from './house.mjs';
import { fill, live } from './fill.mjs';
import { FakeServer } from './server.mjs';
import { staff } from './staff.mjs';

const [port = '8090', incidents = '60'] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const drill = process.argv.includes('--drill');
const national = process.argv.includes('--national');
const stations = national ? 261 : 0;
const house = new House(drill ? { kind: 'DRILL', name: '2026 전국 훈련', rate: 60, stations } : { stations });
if (!process.argv.includes('--empty')) {
  fill(house, Number(incidents), national ? 18_117 : 900);
  staff(house);
  live(house, 4000);
}
const server = new FakeServer(house, { dist: new URL('../../dist', import.meta.url).pathname });
console.log(`http://127.0.0.1:${await server.listen(Number(port))}/`);
