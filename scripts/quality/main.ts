import { cutFigure } from './cut-figure.ts';
import { labFigure } from './lab-distance.ts';
import { levelLoadFigure } from './level-load.ts';
import { fullRecallFigure, smallRecallFigure } from './recall-figure.ts';
import { wallTimeFigure } from './wall-time.ts';
import { taskJugglerFigure } from './taskjuggler-figure.ts';
import { printFigure } from './report.ts';
export async function main(args:string[], root='/work/main'){
  const T:[string,()=>any][]=[['r',smallRecallFigure],['R',fullRecallFigure],['c',cutFigure],['l',levelLoadFigure],['L',labFigure],['t',()=>taskJugglerFigure(root)],['w',()=>wallTimeFigure(root)]];
  for(const [k,f] of T) if(!args.length||args.includes(k)){const t=performance.now(); printFigure(f()); console.log('   took',Math.round(performance.now()-t));}
  return 0;
}
