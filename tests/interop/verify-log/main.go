// Verify-log reads a Parlance log as a stranger does, with the Go project's golang.org/x/mod/sumdb for notes, tree hashes and proofs. It shares no code with the log's writer.
//
//	verify-log -vkey <log key> [-witness <key>]... [-older <file>] <folder or http address> [receipt.json]...
//
// It exits with 1 and "refused: ..." at the first thing that is not as it was signed.
//
// SPDX-License-Identifier: Apache-2.0
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

// keyList is a flag that may be given many times.
type keyList []string

func (l *keyList) String() string     { return strings.Join(*l, " ") }
func (l *keyList) Set(v string) error { *l = append(*l, v); return nil }

func main() {
	var witnesses keyList
	vkey := flag.String("vkey", "", "verifier key of the log")
	older := flag.String("older", "", "file with an earlier checkpoint of the log")
	flag.Var(&witnesses, "witness", "verifier key of a witness; each must have cosigned")
	flag.Parse()
	if *vkey == "" || flag.NArg() == 0 {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(*vkey, witnesses, *older, flag.Arg(0), flag.Args()[1:]); err != nil {
		fmt.Println("refused:", err)
		os.Exit(1)
	}
}

func run(vkey string, witnesses []string, older, place string, receipts []string) error {
	keys, err := newKeyring(vkey, witnesses)
	if err != nil {
		return err
	}
	source := sourceAt(place)
	signed, err := source.read("checkpoint")
	if err != nil {
		return err
	}
	head, err := keys.openCheckpoint(signed, true)
	if err != nil {
		return fmt.Errorf("checkpoint: %w", err)
	}
	fmt.Printf("checkpoint: %s of %d leaves, %d witnesses\n", keys.origin, head.size, len(witnesses))
	log, err := readLog(source, head)
	if err != nil {
		return err
	}
	fmt.Printf("tree: %d entries, %d tiles\n", len(log.entries), log.tiles)
	if older != "" {
		if err := log.checkOlder(keys, older); err != nil {
			return fmt.Errorf("older checkpoint: %w", err)
		}
	}
	for _, path := range receipts {
		if err := checkReceipt(keys, log, path); err != nil {
			return fmt.Errorf("receipt %s: %w", path, err)
		}
	}
	return nil
}
