/* The acquire returns what the release is given; NULL holds nothing. */
// pair: SessionOpen(return):SessionClose

struct session;

struct session *SessionOpen(const char *Name);
void SessionClose(struct session *Session);
int SessionSend(struct session *Session, int Word);

int SendWord(const char *Name, int Word)
{
    struct session *session = SessionOpen(Name);

    if (session == 0) {
        return -1;
    }
    if (!SessionSend(session, Word)) {
        return -2;  // expect: own/SessionOpen lock=SessionOpen(Name) acquire=12
    }
    SessionClose(session);
    return 0;
}

struct session *OpenDefault(void)
{
    struct session *session = SessionOpen("default");

    if (session != 0 && !SessionSend(session, 0)) {
        SessionClose(session);
        return 0;
    }
    return session;
}

struct port {
    struct session *Session;
};

int PortStart(struct port *Port, const char *Name)
{
    Port->Session = SessionOpen(Name);
    if (Port->Session == 0) {
        return -1;
    }
    if (!SessionSend(Port->Session, 1)) {
        SessionClose(Port->Session);
        Port->Session = 0;
        return -2;
    }
    return 0;
}

void PortStop(struct port *Port)
{
    SessionClose(Port->Session);
}
