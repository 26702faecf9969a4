      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantProblem: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-SIZE BINARY-DOUBLE UNSIGNED.
           05  (P)-CODE-PTR USAGE POINTER.
           05  (P)-CODE-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-MESSAGE-PTR USAGE POINTER.
           05  (P)-MESSAGE-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-PATH-PTR USAGE POINTER.
           05  (P)-PATH-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-SOURCE-PTR USAGE POINTER.
           05  (P)-SOURCE-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-LINE BINARY-LONG UNSIGNED.
           05  (P)-COLUMN BINARY-LONG UNSIGNED.
           05  (P)-FOUND-PTR USAGE POINTER.
           05  (P)-FOUND-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-EXPECTED-PTR USAGE POINTER.
           05  (P)-EXPECTED-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-NEAREST-PTR USAGE POINTER.
           05  (P)-NEAREST-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-REMEDY-PTR USAGE POINTER.
           05  (P)-REMEDY-LEN BINARY-DOUBLE UNSIGNED.
