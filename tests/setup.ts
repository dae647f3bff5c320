import fc from 'fast-check';

// The same cases in every run: a failure is then of the change, not of the draw. FC_SEED tries others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261123) });
