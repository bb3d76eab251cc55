// The tests' MongoDB: FerretDB 1.24 speaks MongoDB's wire protocol over SQLite. Prints one line, `listening ADDRESS`,
// and runs until SIGTERM or SIGINT.
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"net"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	dir := flag.String("dir", "", "empty directory for the data")
	flag.Parse()
	if *dir == "" {
		log.Fatal("ferretdb: -dir DIRECTORY is required")
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()

	db, err := ferretdb.New(&ferretdb.Config{
		Listener:  ferretdb.ListenerConfig{TCP: freeAddress()},
		Handler:   "sqlite",
		SQLiteURL: "file:" + *dir + "/",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("listening", db.MongoDBURI())
	if err := db.Run(ctx); err != nil {
		log.Fatal(err)
	}
}

// freeAddress lets the system pick: the embedded server does not say which port it was given for ":0".
func freeAddress() string {
	probe, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		log.Fatal(err)
	}
	defer probe.Close()
	return probe.Addr().String()
}
