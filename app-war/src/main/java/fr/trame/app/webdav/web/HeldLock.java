package fr.trame.app.webdav.web;

import fr.trame.app.dossier.Lock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.jackrabbit.webdav.lock.AbstractActiveLock;
import org.apache.jackrabbit.webdav.lock.Scope;
import org.apache.jackrabbit.webdav.lock.Type;

/** A lock as the protocol tells it. */
final class HeldLock extends AbstractActiveLock {

    private final Lock lock;

    /** @param root address of what was locked */
    HeldLock(Lock lock, String root) {
        this.lock = lock;
        setLockroot(root);
    }

    @Override
    public boolean isLockedByToken(String token) {
        return getToken().equals(token);
    }

    @Override
    public boolean isExpired() {
        return getTimeout() <= 0;
    }

    @Override
    public String getToken() {
        return Tokens.of(lock.token());
    }

    @Override
    public String getOwner() {
        return lock.owner();
    }

    @Override
    public long getTimeout() {
        return Duration.between(OffsetDateTime.now(ZoneOffset.UTC), lock.endsAt())
                .toMillis();
    }

    @Override
    public boolean isDeep() {
        return lock.deep();
    }

    @Override
    public Type getType() {
        return Type.WRITE;
    }

    @Override
    public Scope getScope() {
        return lock.exclusive() ? Scope.EXCLUSIVE : Scope.SHARED;
    }

    @Override
    public void setOwner(String owner) {
        throw new UnsupportedOperationException("the database's to change");
    }

    @Override
    public void setTimeout(long millis) {
        throw new UnsupportedOperationException("the database's to change");
    }

    @Override
    public void setIsDeep(boolean deep) {
        throw new UnsupportedOperationException("the database's to change");
    }
}
