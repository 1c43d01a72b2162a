// layer: compile
// tries: a type that doubles in size thirty times
// exercise: spawn_and_join
// outcome: limit|timeout|compile_error

macro_rules! pair {
    ($name:ident, $of:ty) => {
        pub type $name = ($of, $of);
    };
}
pair!(A, u8);
pair!(B, A);
pair!(C, B);
pair!(D, C);
pair!(E, D);
pair!(F, E);
pair!(G, F);
pair!(H, G);
pair!(I, H);
pair!(J, I);
pair!(K, J);
pair!(L, K);
pair!(M, L);
pair!(N, M);
pair!(O, N);
pair!(P, O);
pair!(Q, P);
pair!(R, Q);
pair!(S, R);
pair!(T, S);
pair!(U, T);
pair!(V, U);
pair!(W, V);
pair!(X, W);

pub fn all() -> X {
    Default::default()
}

pub fn run_all(_jobs: Vec<Box<dyn FnOnce() + Send>>) {}
