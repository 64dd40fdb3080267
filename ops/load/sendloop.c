/* The least that sending can cost: one thread, epoll, the frames of a capture (`haetae load --capture`) sent to every socket when they were sent
 * then, each frame made once. What a server takes for a frame is compared with what this takes.
 *
 *   cc -O2 -o sendloop ops/load/sendloop.c && ./sendloop PORT SOCKETS CAPTURE
 *   haetae load --bare --server http://127.0.0.1:PORT --dashboards SOCKETS --pid …
 *
 * It takes any request for a WebSocket and ignores what the sockets say. Once SOCKETS are open it sends the capture again and again. A socket that
 * is full gets nothing until epoll says that it takes more; then it gets the frames it missed, one after the other (a server may merge them). */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

struct frame { uint64_t at; const unsigned char *bytes; size_t size; };
struct peer { int fd; size_t next, sent; char full, open; };

static struct frame *frames;
static size_t frame_count, opened, published;
static int epoll_fd;

static void die(const char *what) { perror(what); exit(1); }

static uint64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (uint64_t) t.tv_sec * 1000000000u + (uint64_t) t.tv_nsec;
}

/* Reads the capture and puts a WebSocket header before each frame. */
static void load(const char *path) {
  FILE *in = fopen(path, "rb");
  uint64_t at;
  uint32_t size;
  size_t room = 0;
  if (!in) die(path);
  while (fread(&at, 8, 1, in) == 1 && fread(&size, 4, 1, in) == 1) {
    size = be32toh(size);
    unsigned char *bytes = malloc(size + 10);
    size_t head = size < 126 ? 2 : size < 65536 ? 4 : 10;
    if (!bytes) die("malloc");
    bytes[0] = 0x81;
    if (head == 2) bytes[1] = (unsigned char) size;
    else if (head == 4) { uint16_t n = htons((uint16_t) size); bytes[1] = 126; memcpy(bytes + 2, &n, 2); }
    else { uint64_t n = htobe64(size); bytes[1] = 127; memcpy(bytes + 2, &n, 8); }
    if (fread(bytes + head, size, 1, in) != 1) die("capture is cut short");
    if (frame_count == room && !(frames = realloc(frames, (room = room * 2 + 64) * sizeof *frames))) die("realloc");
    frames[frame_count++] = (struct frame) { be64toh(at), bytes, size + head };
  }
  fclose(in);
  if (!frame_count) { fprintf(stderr, "%s holds no frames\n", path); exit(1); }
}

static void watch(struct peer *peer, uint32_t events, int how) {
  struct epoll_event event = { .events = events, .data.ptr = peer };
  if (epoll_ctl(epoll_fd, how, peer->fd, &event)) die("epoll_ctl");
}

/* Sends all that is published and not sent yet. */
static void send_on(struct peer *peer) {
  while (peer->open && peer->next < published) {
    struct frame *frame = &frames[peer->next % frame_count];
    ssize_t n = send(peer->fd, frame->bytes + peer->sent, frame->size - peer->sent, MSG_NOSIGNAL);
    if (n < 0 && errno == EAGAIN) {
      if (!peer->full) watch(peer, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
      peer->full = 1;
      return;
    }
    if (n < 0) { peer->open = 0; return; }
    peer->sent += (size_t) n;
    if (peer->sent == frame->size) { peer->sent = 0; peer->next++; }
  }
  if (peer->full) watch(peer, EPOLLIN, EPOLL_CTL_MOD);
  peer->full = 0;
}

static void heard(struct peer *peer) {
  static const char answer[] = "HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\r\n";
  char in[4096];
  ssize_t n = recv(peer->fd, in, sizeof in, 0);
  if (n == 0 || (n < 0 && errno != EAGAIN)) {
    if (!opened) return;
    exit(0); /* the receivers have gone */
  }
  if (n > 0 && !peer->open) {
    if (send(peer->fd, answer, sizeof answer - 1, MSG_NOSIGNAL) < 0) die("send");
    peer->open = 1;
    peer->next = published;
    opened++;
  }
}

int main(int argc, char **argv) {
  if (argc != 4) { fprintf(stderr, "usage: %s PORT SOCKETS CAPTURE\n", argv[0]); return 2; }
  size_t wanted = (size_t) atol(argv[2]), taken = 0;
  struct peer *peers = calloc(wanted, sizeof *peers), listener = { 0 };
  struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t) atoi(argv[1])) };
  struct rlimit files;
  struct epoll_event events[512];
  int one = 1;
  uint64_t began = 0;

  load(argv[3]);
  getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  setrlimit(RLIMIT_NOFILE, &files);
  inet_pton(AF_INET, "127.0.0.1", &address.sin_addr);
  listener.fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
  setsockopt(listener.fd, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener.fd, (struct sockaddr *) &address, sizeof address) || listen(listener.fd, 1024)) die("listen");
  epoll_fd = epoll_create1(0);
  watch(&listener, EPOLLIN, EPOLL_CTL_ADD);
  fprintf(stderr, "%zu frames for %zu sockets\n", frame_count, wanted);

  for (;;) {
    int wait = -1;
    if (opened == wanted) {
      uint64_t length = frames[frame_count - 1].at + 20000000u; /* between two turns as between two frames */
      if (!began) began = now();
      uint64_t passed = now() - began, turn = published / frame_count;
      uint64_t due = turn * length + frames[published % frame_count].at;
      if (due <= passed) {
        published++;
        for (size_t i = 0; i < wanted; i++) if (!peers[i].full) send_on(&peers[i]);
        wait = 0;
      } else wait = (int) ((due - passed) / 1000000u);
    }
    int ready = epoll_wait(epoll_fd, events, 512, wait);
    for (int i = 0; i < ready; i++) {
      struct peer *peer = events[i].data.ptr;
      if (peer == &listener) {
        int fd = accept4(listener.fd, 0, 0, SOCK_NONBLOCK);
        if (fd < 0 || taken == wanted) { if (fd >= 0) close(fd); continue; }
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
        peers[taken].fd = fd;
        watch(&peers[taken++], EPOLLIN, EPOLL_CTL_ADD);
      } else {
        if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) heard(peer);
        if (events[i].events & EPOLLOUT) send_on(peer);
      }
    }
  }
}
