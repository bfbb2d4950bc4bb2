package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/tlog"
)

// receipt is what a reader holds of one answer.
type receipt struct {
	Record  map[string]any
	Promise struct {
		Note, Path string
		Index      int64
	}
	Proved *struct {
		Leaf, Proof, Path string
		Index             int64
		Tally             map[string]any
		Period            string
		Language, Size    any
		// Not there in receipts of the first version.
		Sector json.RawMessage
	}
}

// checkReceipt goes from the record to the operator's promise and to the leaf, and from the leaf to the checkpoint in the proof.
func checkReceipt(keys *keyring, log *readTree, path string) error {
	file, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var r receipt
	decoder := json.NewDecoder(bytes.NewReader(file))
	decoder.UseNumber()
	if err := decoder.Decode(&r); err != nil {
		return err
	}
	if r.Proved == nil {
		return errors.New("it has no proof")
	}
	if err := r.checkPromise(keys); err != nil {
		return fmt.Errorf("promise: %w", err)
	}
	leaf, err := r.leaf()
	if err != nil {
		return err
	}
	index, err := checkProof(keys, leaf, r.Proved.Proof)
	if err != nil {
		return fmt.Errorf("proof: %w", err)
	}
	if index >= int64(len(log.entries)) || !bytes.Equal(log.entries[index], leaf) {
		return fmt.Errorf("the log has another entry at %d", index)
	}
	fmt.Printf("receipt: %s leaf %d\n", r.Proved.Leaf, index)
	return nil
}

// checkPromise reads the note that the operator signed before the answer's last byte was sent.
func (r *receipt) checkPromise(keys *keyring) error {
	text, err := keys.openLogNote([]byte(r.Promise.Note))
	if err != nil {
		return err
	}
	var origin, rootText string
	var records, deadline int64
	form := "parlance-promise/v1\nlog %s\nrecords %d\nroot %s\ndeadline %d\n"
	_, err = fmt.Sscanf(text, form, &origin, &records, &rootText, &deadline)
	if err != nil || origin != keys.origin || text != fmt.Sprintf(form, origin, records, rootText, deadline) {
		return fmt.Errorf("not a promise of %s", keys.origin)
	}
	root, err := tlog.ParseHash(rootText)
	if err != nil {
		return err
	}
	return r.checkRecord(r.Promise.Path, records, root, r.Promise.Index)
}

// checkRecord proves that the record is one of a group whose root was signed.
func (r *receipt) checkRecord(path string, size int64, root tlog.Hash, index int64) error {
	record, err := canonical(r.Record)
	if err != nil {
		return err
	}
	joined, err := base64.StdEncoding.DecodeString(path)
	if err != nil || len(joined)%tlog.HashSize != 0 {
		return errors.New("the path is no list of hashes")
	}
	proof := make(tlog.RecordProof, len(joined)/tlog.HashSize)
	for i := range proof {
		copy(proof[i][:], joined[i*tlog.HashSize:])
	}
	return tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(record))
}

// leaf gives the bytes that must stand in the log: those of a changed answer are made from its record alone.
func (r *receipt) leaf() ([]byte, error) {
	if r.Proved.Leaf == "tally" {
		answers, err := strconv.ParseInt(fmt.Sprint(r.Proved.Tally["answers"]), 10, 64)
		if err != nil {
			return nil, err
		}
		root, err := tlog.ParseHash(fmt.Sprint(r.Proved.Tally["root"]))
		if err != nil {
			return nil, err
		}
		if err := r.checkRecord(r.Proved.Path, answers, root, r.Proved.Index); err != nil {
			return nil, fmt.Errorf("tally: %w", err)
		}
		return canonical(r.Proved.Tally)
	}
	made := map[string]any{"automated": true, "leaf": "mediation", "v": 1}
	for _, name := range []string{"charter", "commitments", "edits", "ending", "pack"} {
		made[name] = r.Record[name]
	}
	made["period"], made["language"], made["size"] = r.Proved.Period, r.Proved.Language, r.Proved.Size
	if r.Proved.Sector != nil {
		made["sector"] = r.Proved.Sector
	}
	return canonical(made)
}

// canonical is RFC 8785 for what the log has: no control characters, no U+2028, names of ASCII, whole numbers.
func canonical(value any) ([]byte, error) {
	var written bytes.Buffer
	encoder := json.NewEncoder(&written)
	encoder.SetEscapeHTML(false)
	err := encoder.Encode(value)
	return bytes.TrimSuffix(written.Bytes(), []byte("\n")), err
}

// checkProof verifies the text of c2sp.org/tlog-proof@v1 and gives the position of the leaf.
func checkProof(keys *keyring, leaf []byte, text string) (int64, error) {
	head, signed, found := strings.Cut(text, "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return 0, errors.New("not a tlog-proof@v1 without extra data")
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return 0, err
	}
	proof := make(tlog.RecordProof, len(lines)-2)
	for i, line := range lines[2:] {
		if proof[i], err = tlog.ParseHash(line); err != nil {
			return 0, err
		}
	}
	signedHead, err := keys.openCheckpoint([]byte(signed), true)
	if err != nil {
		return 0, err
	}
	return index, tlog.CheckRecord(proof, signedHead.size, signedHead.root, index, tlog.RecordHash(leaf))
}
