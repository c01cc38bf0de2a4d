"""Serve one application until standard input ends: ``python -m benchmarks.serve MODULE:NAME``.

Prints the port. Every application gets the same event loop and HTTP parser: uvicorn's own choice,
which is uvloop and httptools where they are installed.
"""

import resource
import socket
import sys
import threading

import uvicorn


def main() -> None:
    """Serve the application named on the command line."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 20_000), hard))
    # Of a socket that does not name TCP, asyncio does not turn Nagle's algorithm off.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    config = uvicorn.Config(
        sys.argv[1],
        ws="none",
        lifespan="off",
        access_log=False,
        log_level="warning",
        backlog=2048,
        timeout_keep_alive=300,
        timeout_graceful_shutdown=5,
    )
    config.load()
    server = uvicorn.Server(config)

    def stop_with_parent() -> None:
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=stop_with_parent, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    server.run(sockets=[listener])


if __name__ == "__main__":
    main()
