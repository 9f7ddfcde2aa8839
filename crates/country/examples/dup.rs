use country::*;
fn main(){ use std::collections::*; use std::time::Instant;
 for (seed,scale) in [(1u64,1usize),(2,1),(3,1),(42,1),(20261124,1),(7,10)] { let a=Instant::now(); let c=Country::new(seed,scale); let b=a.elapsed(); let mut m:HashSet<String>=HashSet::new(); let mut dup=vec![];
 let ts:Vec<_>=c.topics().collect(); let t1=a.elapsed(); let ks:Vec<_>=c.cases().collect(); let t2=a.elapsed();
 let posts:usize=ts.iter().map(|t|t.posts.len()).sum();
 for t in &ts{ for x in std::iter::once(&t.title).chain(t.posts.iter().map(|p|&p.body)){ for s in long_sentences(x){ if !m.insert(s.clone()){dup.push(s);} } } }
 for k in &ks{ for x in k.texts(){ for s in long_sentences(x){ if !m.insert(s.clone()){dup.push(s);} } } }
 println!("seed {seed} x{scale}: new {b:?} topics {t1:?} all {t2:?}; {} topics {posts} posts {} cases {} persons, {} long, {} dup {:?}",ts.len(),ks.len(),c.persons.len(),m.len(),dup.len(),&dup[..dup.len().min(4)]); } }
