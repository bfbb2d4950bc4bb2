package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// source gives the public files of a log by their names in c2sp.org/tlog-tiles.
type source struct {
	read func(name string) ([]byte, error)
}

// sourceAt takes a folder, or the address that a log's names are put after.
func sourceAt(place string) source {
	if !strings.HasPrefix(place, "http://") && !strings.HasPrefix(place, "https://") {
		return source{func(name string) ([]byte, error) { return os.ReadFile(filepath.Join(place, name)) }}
	}
	client := &http.Client{Timeout: 10 * time.Second}
	return source{func(name string) ([]byte, error) {
		response, err := client.Get(strings.TrimSuffix(place, "/") + "/" + name)
		if err != nil {
			return nil, err
		}
		defer response.Body.Close()
		if response.StatusCode != http.StatusOK {
			return nil, fmt.Errorf("%s: %s", name, response.Status)
		}
		return io.ReadAll(io.LimitReader(response.Body, 1<<25))
	}}
}
