package main

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// keyring has the key of one log and those of the witnesses that must have cosigned it.
type keyring struct {
	origin    string
	log       note.Verifier
	witnesses []note.Verifier
}

// checkpoint is what a log signs: c2sp.org/tlog-checkpoint.
type checkpoint struct {
	size int64
	root tlog.Hash
}

func newKeyring(vkey string, witnesses []string) (*keyring, error) {
	log, err := note.NewVerifier(vkey)
	if err != nil {
		return nil, fmt.Errorf("key of the log: %w", err)
	}
	keys := &keyring{origin: log.Name(), log: log}
	for _, text := range witnesses {
		witness, err := newWitness(text)
		if err != nil {
			return nil, fmt.Errorf("key of a witness: %w", err)
		}
		keys.witnesses = append(keys.witnesses, witness)
	}
	return keys, nil
}

// openLogNote gives the text of a note that the log signed.
func (k *keyring) openLogNote(signed []byte) (string, error) {
	opened, err := note.Open(signed, note.VerifierList(k.log))
	if err != nil {
		return "", err
	}
	return opened.Text, nil
}

// openCheckpoint verifies the log's signature and, when they are wanted, a cosignature of every witness.
func (k *keyring) openCheckpoint(signed []byte, wantsWitnesses bool) (checkpoint, error) {
	text, err := k.openLogNote(signed)
	if err != nil {
		return checkpoint{}, err
	}
	for _, witness := range k.witnesses {
		if !wantsWitnesses {
			break
		}
		if _, err := note.Open(signed, note.VerifierList(witness)); err != nil {
			return checkpoint{}, fmt.Errorf("witness %s: %w", witness.Name(), err)
		}
	}
	return parseCheckpoint(text, k.origin)
}

func parseCheckpoint(text, origin string) (checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[0] != origin || lines[3] != "" {
		return checkpoint{}, fmt.Errorf("not a checkpoint of %s", origin)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return checkpoint{}, errors.New("the size is no decimal number")
	}
	root, err := tlog.ParseHash(lines[2])
	return checkpoint{size, root}, err
}

// witnessVerifier verifies timestamped cosignatures (c2sp.org/tlog-cosignature, cosignature/v1, algorithm 4), which sumdb does not know.
type witnessVerifier struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

const cosignatureAlgorithm = 4

func newWitness(vkey string) (note.Verifier, error) {
	parts := strings.SplitN(vkey, "+", 3)
	if len(parts) != 3 {
		return nil, errors.New("no verifier key")
	}
	key, err := base64.StdEncoding.DecodeString(parts[2])
	if err != nil || len(key) != 1+ed25519.PublicKeySize || key[0] != cosignatureAlgorithm {
		return nil, errors.New("no key of cosignature/v1")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), key...))
	hash := binary.BigEndian.Uint32(sum[:4])
	if fmt.Sprintf("%08x", hash) != parts[1] {
		return nil, errors.New("the key has another hash")
	}
	return &witnessVerifier{parts[0], hash, key[1:]}, nil
}

func (w *witnessVerifier) Name() string    { return w.name }
func (w *witnessVerifier) KeyHash() uint32 { return w.hash }

// Verify takes eight bytes of POSIX seconds, then the signature over both the time and the note.
func (w *witnessVerifier) Verify(text, sig []byte) bool {
	if len(sig) != 8+ed25519.SignatureSize {
		return false
	}
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", binary.BigEndian.Uint64(sig), text)
	return ed25519.Verify(w.key, []byte(signed), sig[8:])
}
