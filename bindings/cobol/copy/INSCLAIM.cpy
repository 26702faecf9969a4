      *> Made by `cargo xtask headers` from include/insurant.h.
      *> struct InsurantClaim: COPY it below a level 01 of your own,
      *> REPLACING ==(P)== BY ==a prefix==.
           05  (P)-ID-PTR USAGE POINTER.
           05  (P)-ID-LEN BINARY-DOUBLE UNSIGNED.
           05  (P)-POLICY BINARY-LONG SIGNED.
           05  (P)-STATUS BINARY-LONG SIGNED.
           05  (P)-LOSS-DATE BINARY-LONG SIGNED.
           05  (P)-REPORTED-ON BINARY-LONG SIGNED.
           05  (P)-PAID BINARY-DOUBLE SIGNED.
           05  (P)-RESERVE BINARY-DOUBLE SIGNED.
           05  (P)-RECOVERED BINARY-DOUBLE SIGNED.
           05  (P)-EVENT BINARY-LONG UNSIGNED.
           05  (P)-CATASTROPHE BINARY-LONG UNSIGNED.
