namespace CecSim.Simulation.Tests.Faults;

/// <summary>A request, or an INVITE, that nothing happens to but what it notes.</summary>
internal sealed class NotedTarget : IFaultTarget, IInviteTarget
{
    public List<string> Notes { get; } = [];

    public AnswerPlan Plan { get; private set; } = AnswerPlan.Untouched;

    public SeededRandom Random { get; } = new(1);

    public void ExpireAccessToken() => Notes.Add("access token expires");

    public void RevokeAccessToken() => Notes.Add("access token is revoked");

    public void ExpireMessagingToken() => Notes.Add("messaging token expires");

    public void Pause() => Notes.Add("stands");

    public Task<FaultOutcome> PauseAsync()
    {
        Notes.Add("the request stands");
        return Task.FromResult(FaultOutcome.Handled);
    }

    public void PauseAnswer() => Notes.Add("the answer will stand");

    public Task WaitAsync(TimeSpan wait) => Note($"waits {wait.TotalSeconds}");

    public Task HangAsync() => Note("hangs");

    public Task AnswerStatusAsync(int status, string? body) => Note($"answers {status} {body}");

    public Task AnswerTooManyRequestsAsync(TimeSpan? retryAfter) => Note($"come back in {retryAfter?.TotalSeconds}");

    public Task AnswerResultCodeAsync(string resultCode, string? resultDesc) =>
        Note($"result {resultCode} {resultDesc}");

    public Task CloseAfterAsync(ReadOnlyMemory<byte> bytes) => Note($"closes after {bytes.Length} bytes");

    public Task ResetAsync() => Note("resets");

    public void AlterAnswer(Func<AnswerPlan, AnswerPlan> change)
    {
        Plan = change(Plan);
        Notes.Add("alters the answer");
    }

    public void RefuseCookies() => Notes.Add("no cookies");

    public void DelayFrame(TimeSpan by) => Notes.Add($"frame late by {by.TotalSeconds}");

    public Task FailTlsAsync() => Note("TLS fails");

    public void Refuse(int status, string? reason) => Notes.Add($"refuses {status} {reason}");

    public void LetItRing() => Notes.Add("rings");

    public void IgnoreChecks() => Notes.Add("no checks");

    public void RefuseHandshake() => Notes.Add("no handshake");

    public void SendNoAudio() => Notes.Add("no audio");

    public void LosePackets(double share, SeededRandom random) => Notes.Add($"loses {share} by {random.Next()}");

    public void DelayPackets(TimeSpan max, SeededRandom random) =>
        Notes.Add($"late by {max.TotalSeconds} by {random.Next()}");

    public void HangUpAfter(TimeSpan wait) => Notes.Add($"hangs up after {wait.TotalSeconds}");

    public void DropConnectionAfter(TimeSpan wait) => Notes.Add($"drops after {wait.TotalSeconds}");

    public void RingLate(TimeSpan wait) => Notes.Add($"rings late by {wait.TotalSeconds}");

    public void SendEarlyMedia() => Notes.Add("early media");

    public void AnswerWithWrongCodec() => Notes.Add("wrong codec");

    public void LoseRegistrations() => Notes.Add("no registrations");

    private Task Note(string what)
    {
        Notes.Add(what);
        return Task.CompletedTask;
    }
}
