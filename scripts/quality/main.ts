import { plannedLearners, withoutExam, describeLearner } from './learners.ts';
import { packingOf } from './packing.ts';
import { idleOf, CAUSES } from './idle.ts';
export async function main(args:string[]){
  const {planned}=plannedLearners(500,withoutExam);
  const all=planned.map(p=>({p,k:packingOf(p)}));
  for (const [name,sel] of [['all',all],['late>2%',all.filter(x=>x.k.lateness>.02)],['late>5%',all.filter(x=>x.k.lateness>.05)]] as const){
    const mins=new Map<string,number>(); const dom=new Map<string,number>(); let placed=0;
    for(const {p,k} of sel){ const m=new Map<string,number>(); placed+=k.minutes;
      for(const i of idleOf(p.schedule.placements,k)) {m.set(i.cause,(m.get(i.cause)??0)+i.minutes);mins.set(i.cause,(mins.get(i.cause)??0)+i.minutes);}
      const top=[...m].sort((a,b)=>b[1]-a[1])[0]?.[0]??'none'; dom.set(top,(dom.get(top)??0)+1);}
    console.log(name,sel.length); for(const c of Object.keys(CAUSES)) console.log('  ',c.padEnd(16),'share of placed %',(100*(mins.get(c)??0)/placed).toFixed(2),'dominant in',dom.get(c)??0);
  }
  if(args[0]) for(const {p,k} of all.sort((a,b)=>b.k.lateness-a.k.lateness).slice(0,Number(args[0]))){
    console.log((100*k.lateness).toFixed(1),p.index,describeLearner(p.options));
    const m=new Map<string,number>(); const ii=idleOf(p.schedule.placements,k); for(const i of ii) m.set(i.cause,(m.get(i.cause)??0)+i.minutes);
    console.log('   placed',k.minutes,JSON.stringify([...m]), 'bound', new Date(k.bound*6e4).toISOString(),'end',new Date(k.end*6e4).toISOString());
    for(const i of ii.filter(i=>i.minutes>=20).slice(-12)) console.log('     ',new Date(i.at*6e4).toISOString().slice(0,16),i.cause,i.minutes,i.item??'');
  }
  return 0;
}
