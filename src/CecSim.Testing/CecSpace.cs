namespace CecSim.Testing;

/// <summary>
/// A contact centre of a test's own: what its client needs to know, and what the test does to it. Disposing of it
/// deletes it.
/// </summary>
public sealed class CecSpace : IAsyncDisposable
{
    private Task? _deletion;

    internal CecSpace(Uri address, SpaceDetails details, SpaceControl control)
    {
        Address = address;
        Details = details;
        Control = control;
    }

    /// <summary>What a CEC client takes for CEC.</summary>
    public Uri Address { get; }

    /// <summary>The space as it was made, with its credentials.</summary>
    public SpaceDetails Details { get; }

    /// <summary>The <c>app_key</c> of tokenByAkSk, and the header <c>x-app-key</c>.</summary>
    public string AppKey => Details.AppKey;

    /// <summary>The <c>app_secret</c> of tokenByAkSk.</summary>
    public string AppSecret => Details.AppSecret;

    /// <summary>The <c>channelId</c> of applyToken: the space's first channel.</summary>
    public string ChannelId => Details.ChannelIds[0];

    /// <summary>The tenant space id.</summary>
    public string TenantSpaceId => Details.TenantSpaceId;

    /// <summary>Everything that can be done to the space by hand.</summary>
    public SpaceControl Control { get; }

    /// <summary>
    /// Lets time pass at once. Ends when all that was due has happened and every answer that was released by it has
    /// been written to its client.
    /// </summary>
    /// <param name="by">How much time passes.</param>
    /// <param name="cancellationToken">Ends the wait for the answers; time has passed all the same.</param>
    public Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        Control.AdvanceAsync(by, cancellationToken);

    /// <summary>Waits until exactly so many requests wait on the server, and tells the polls among them.</summary>
    /// <param name="waiting">How many, 0 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CecAssertionException">
    /// After 10 s of real time it is another number; the message says which, and what came last.
    /// </exception>
    public Task<IReadOnlyList<HeldPoll>> WhenWaitingAsync(
        int waiting = 1, CancellationToken cancellationToken = default) =>
        WhenWaitingAsync(waiting, TimeSpan.FromSeconds(10), cancellationToken);

    /// <summary>
    /// Waits as <see cref="WhenWaitingAsync(int, CancellationToken)"/> does, with a limit of its own.
    /// </summary>
    /// <param name="waiting">How many, 0 or more.</param>
    /// <param name="within">How long at most, in real time; up to an hour.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CecAssertionException">
    /// By then it is another number; the message says which, and what came last.
    /// </exception>
    public async Task<IReadOnlyList<HeldPoll>> WhenWaitingAsync(
        int waiting, TimeSpan within, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Control.WhenWaitingAsync(waiting, within, cancellationToken).ConfigureAwait(false);
        }
        catch (ControlProblemException e) when (e.Code == ProblemCode.NotWaiting)
        {
            throw CecAssertionException.Of(e.Message, []);
        }
    }

    /// <summary>Arms a fault, in the words of a scenario file.</summary>
    /// <param name="fault">JSON such as <c>{"at":"poll","when":{"nth":2},"inject":"accessTokenExpired"}</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ArmedFault> ArmFaultAsync(string fault, CancellationToken cancellationToken = default) =>
        Control.ArmFaultAsync(fault, cancellationToken);

    /// <summary>The latest call, of one user or of all.</summary>
    /// <param name="userId">Whose call; null for anybody's.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecAssertionException">There was no call.</exception>
    public async Task<CecSpaceCall> CallAsync(string? userId = null, CancellationToken cancellationToken = default)
    {
        var calls = await Control.ListCallsAsync(cancellationToken).ConfigureAwait(false);
        var latest = calls.LastOrDefault(c => userId is null || c.UserId == userId)
            ?? throw CecAssertionException.Of($"There should be a call of {userId ?? "anybody"}.", []);
        return new CecSpaceCall(Control, latest);
    }

    /// <summary>What the space's clients sent, and what went out in answer.</summary>
    public JournalControl Journal => Control.Journal;

    /// <summary>What the space's clients did wrong, the worst first.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<IReadOnlyList<Finding>> FindingsAsync(CancellationToken cancellationToken = default) =>
        Control.ListFindingsAsync(cancellationToken);

    /// <summary>Fails the test when the space's clients did something wrong.</summary>
    /// <param name="level">What is this bad, or worse, counts.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecAssertionException">
    /// Something was found; the message says what, and how to mend it.
    /// </exception>
    public async Task MustHaveNoFindingsAsync(
        FindingLevel level = FindingLevel.Warning, CancellationToken cancellationToken = default)
    {
        var findings = await FindingsAsync(cancellationToken).ConfigureAwait(false);
        CecAssertionException.ThrowIfAny([.. findings.Where(f => f.Level >= level)]);
    }

    /// <summary>Fails the test unless so many requests of that kind came.</summary>
    /// <param name="claim">Which requests, and how many.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecAssertionException">
    /// The claim does not hold, or the journal has dropped what would show it; the message names what came nearest.
    /// </exception>
    public async Task MustHaveSeenAsync(JournalClaim claim, CancellationToken cancellationToken = default) =>
        CecAssertionException.ThrowUnlessHolds(
            await Journal.VerifyAsync(claim, cancellationToken).ConfigureAwait(false));

    /// <summary>
    /// Deletes the space, once: another may have its name by then. That it is gone already is no error.
    /// </summary>
    public ValueTask DisposeAsync() => new(_deletion ??= DeleteAsync());

    private async Task DeleteAsync()
    {
        try
        {
            await Control.DeleteAsync().ConfigureAwait(false);
        }
        catch (ControlProblemException e) when (e.Code == ProblemCode.SpaceUnknown)
        {
            return;
        }
    }
}
