// Tries at once, then ever more slowly up to five seconds, for hours; apart by chance, so that a room does not come back in one instant.
Blazor.start({
    circuit: {
        reconnectionOptions: {
            maxRetries: 100000,
            retryIntervalMilliseconds: attempt => attempt === 0 ? 0 : Math.min(5000, 250 * attempt) * (0.5 + Math.random()),
        },
    },
});
