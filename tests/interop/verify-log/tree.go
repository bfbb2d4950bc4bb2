package main

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"os"

	"golang.org/x/mod/sumdb/tlog"
)

// Of c2sp.org/tlog-tiles: a full tile has 256 hashes, the roots of trees of 8 levels.
const (
	tileWidth  = 256
	tileHeight = 8
)

// readTree is a log whose every entry was read and hashed, and whose tiles were all compared.
type readTree struct {
	head    checkpoint
	entries [][]byte
	// hashes in the order of sumdb, which has no tiles of this form
	stored []tlog.Hash
	tiles  int
}

// ReadHashes makes the tree a tlog.HashReader.
func (t *readTree) ReadHashes(indexes []int64) ([]tlog.Hash, error) {
	found := make([]tlog.Hash, len(indexes))
	for i, index := range indexes {
		if index >= int64(len(t.stored)) {
			return nil, errors.New("a hash beyond the tree")
		}
		found[i] = t.stored[index]
	}
	return found, nil
}

func readLog(from source, head checkpoint) (*readTree, error) {
	t := &readTree{head: head}
	if err := t.readEntries(from); err != nil {
		return nil, err
	}
	root, err := tlog.TreeHash(head.size, t)
	if err != nil {
		return nil, err
	}
	if root != head.root {
		return nil, fmt.Errorf("the root of the entries is %v, signed was %v", root, head.root)
	}
	return t, t.compareTiles(from)
}

func (t *readTree) readEntries(from source) error {
	for start := int64(0); start < t.head.size; start += tileWidth {
		name := "tile/entries/" + pathOf(start/tileWidth, widthAt(start, t.head.size))
		bundle, err := from.read(name)
		if err != nil {
			return err
		}
		entries, err := splitBundle(bundle)
		if err != nil || len(entries) != widthAt(start, t.head.size) {
			return fmt.Errorf("%s: %d entries, %v", name, len(entries), err)
		}
		for _, entry := range entries {
			hashes, err := tlog.StoredHashes(int64(len(t.entries)), entry, t)
			if err != nil {
				return err
			}
			t.entries = append(t.entries, entry)
			t.stored = append(t.stored, hashes...)
		}
	}
	return nil
}

// splitBundle reads entries that each stand after their length in two bytes.
func splitBundle(bundle []byte) ([][]byte, error) {
	var entries [][]byte
	for len(bundle) > 0 {
		if len(bundle) < 2 {
			return entries, errors.New("half a length")
		}
		end := 2 + int(binary.BigEndian.Uint16(bundle))
		if len(bundle) < end {
			return entries, errors.New("an entry that is cut off")
		}
		entries = append(entries, bundle[2:end])
		bundle = bundle[end:]
	}
	return entries, nil
}

// compareTiles makes every tile anew, level by level, and compares it with the one that is published.
func (t *readTree) compareTiles(from source) error {
	for level := 0; t.head.size>>(level*tileHeight) > 0; level++ {
		count := t.head.size >> (level * tileHeight)
		for start := int64(0); start < count; start += tileWidth {
			name := fmt.Sprintf("tile/%d/%s", level, pathOf(start/tileWidth, widthAt(start, count)))
			published, err := from.read(name)
			if err != nil {
				return err
			}
			if !bytes.Equal(published, t.tile(level, start, widthAt(start, count))) {
				return fmt.Errorf("%s: not the hashes of the entries", name)
			}
			t.tiles++
		}
	}
	return nil
}

func (t *readTree) tile(level int, start int64, width int) []byte {
	var made []byte
	for i := 0; i < width; i++ {
		hash := t.stored[tlog.StoredHashIndex(level*tileHeight, start+int64(i))]
		made = append(made, hash[:]...)
	}
	return made
}

// checkOlder proves with sumdb that the tree only grew since an earlier checkpoint.
func (t *readTree) checkOlder(keys *keyring, path string) error {
	signed, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	older, err := keys.openCheckpoint(signed, false)
	if err != nil {
		return err
	}
	if older.size < 1 || older.size > t.head.size {
		return fmt.Errorf("%d leaves, and now there are %d", older.size, t.head.size)
	}
	proof, err := tlog.ProveTree(t.head.size, older.size, t)
	if err != nil {
		return err
	}
	if err := tlog.CheckTree(proof, t.head.size, t.head.root, older.size, older.root); err != nil {
		return err
	}
	fmt.Printf("consistent with %d leaves\n", older.size)
	return nil
}

func widthAt(start, count int64) int {
	if count-start < tileWidth {
		return int(count - start)
	}
	return tileWidth
}

// pathOf is x001/x234/067, with .p/<width> for a partial tile.
func pathOf(index int64, width int) string {
	path := fmt.Sprintf("%03d", index%1000)
	for index >= 1000 {
		index /= 1000
		path = fmt.Sprintf("x%03d/%s", index%1000, path)
	}
	if width < tileWidth {
		path = fmt.Sprintf("%s.p/%d", path, width)
	}
	return path
}
