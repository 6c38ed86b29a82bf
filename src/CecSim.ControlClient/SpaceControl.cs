using System.Globalization;

namespace CecSim.ControlClient;

/// <summary>What can be done to one space. Everything here fails once the space was deleted.</summary>
public sealed partial class SpaceControl
{
    private readonly ControlChannel _channel;
    private readonly string _path;

    internal SpaceControl(ControlChannel channel, string name)
    {
        _channel = channel;
        _path = $"spaces/{Uri.EscapeDataString(name)}";
        Name = name;
    }

    /// <summary>The space's name on its server.</summary>
    public string Name { get; }

    /// <summary>What its clients sent, and what went out in answer.</summary>
    public JournalControl Journal => new(_channel, $"{_path}/");

    /// <summary>The space, with its credentials and where its server listens.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<SpaceDetails> ReadAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync(_path, ControlContractJson.Default.SpaceDetails, cancellationToken);

    /// <summary>Ends the space. Its held polls get the empty answer; its credentials are unknown from now on.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task DeleteAsync(CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync(_path, cancellationToken);

    /// <summary>Lets a part of the space, or all of it, begin anew.</summary>
    /// <param name="scope">What begins anew.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task ResetAsync(ResetScope scope = ResetScope.All, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            $"{_path}/reset", new ResetRequest(scope), ControlContractJson.Default.ResetRequest, cancellationToken);

    /// <summary>The space's time as it stands.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ClockState> ReadClockAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync($"{_path}/clock", ControlContractJson.Default.ClockState, cancellationToken);

    /// <summary>What is due next, in the order in which it will happen; 100 at most.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<DueItem>> ListDueAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/clock/due", ControlContractJson.Default.DueList, cancellationToken)
            .ConfigureAwait(false)).Due;

    /// <summary>Lets time stand still until it is advanced.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ClockState> FreezeAsync(CancellationToken cancellationToken = default) =>
        ChangeClockAsync(new ClockChange(Mode: ClockMode.Frozen), cancellationToken);

    /// <summary>Lets time run.</summary>
    /// <param name="rate">Seconds of space time in one second of real time.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<ClockState> RunAsync(double rate = 1, CancellationToken cancellationToken = default) =>
        ChangeClockAsync(new ClockChange(Mode: ClockMode.Running, Rate: rate), cancellationToken);

    /// <summary>
    /// Lets time pass at once. Ends when all that was due has happened and every answer that was released by it has
    /// been written to its client.
    /// </summary>
    /// <param name="by">How much time passes, in whole milliseconds.</param>
    /// <param name="cancellationToken">Ends the wait for the answers; time has passed all the same.</param>
    public Task<ClockState> AdvanceAsync(TimeSpan by, CancellationToken cancellationToken = default) =>
        AdvanceAsync(System.Xml.XmlConvert.ToString(by), cancellationToken);

    /// <summary>The same, in the words of a scenario file.</summary>
    /// <param name="by">How much time passes: <c>10s</c>, <c>1h30m</c>, <c>PT10M</c>.</param>
    /// <param name="cancellationToken">Ends the wait for the answers; time has passed all the same.</param>
    /// <exception cref="ControlProblemException">It is no length of time.</exception>
    public Task<ClockState> AdvanceAsync(string by, CancellationToken cancellationToken = default) =>
        ChangeClockAsync(new ClockChange(Advance: by), cancellationToken);

    /// <summary>Lets time pass to the next moment at which something is due by itself; none where nothing is.</summary>
    /// <param name="cancellationToken">Ends the wait for the answers; time has passed all the same.</param>
    public Task<ClockState> AdvanceToNextAsync(CancellationToken cancellationToken = default) =>
        ChangeClockAsync(new ClockChange(AdvanceTo: ClockTarget.Next), cancellationToken);

    /// <summary>The long polls that the space holds, the oldest first.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<HeldPoll>> ListPollsAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/polls", ControlContractJson.Default.PollList, cancellationToken)
            .ConfigureAwait(false)).Polls;

    /// <summary>Some of the held polls, the oldest first, and how many there are.</summary>
    /// <param name="text">Only those whose id or user has it in it; null for all.</param>
    /// <param name="limit">So many at most; null for all.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<PollList> FindPollsAsync(
        string? text, int? limit = null, CancellationToken cancellationToken = default) =>
        _channel.GetAsync(
            $"{_path}/polls" + ControlChannel.QueryOf(("text", text), ("limit", Number(limit))),
            ControlContractJson.Default.PollList,
            cancellationToken);

    /// <summary>
    /// Waits until exactly so many requests wait on the server, held polls and delayed ones, and tells the polls. So a
    /// test can be sure that its client's poll has arrived before it goes on.
    /// </summary>
    /// <param name="waiting">How many, 0 or more.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:not-waiting</c>: after 10 s of real time it is another number; the message says which,
    /// and what came last.
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
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:not-waiting</c>: by then it is another number; the message says which, and what came
    /// last.
    /// </exception>
    public async Task<IReadOnlyList<HeldPoll>> WhenWaitingAsync(
        int waiting, TimeSpan within, CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{_path}/polls?waiting={waiting}&within={System.Xml.XmlConvert.ToString(within)}"),
            ControlContractJson.Default.PollList,
            cancellationToken).ConfigureAwait(false)).Polls;

    /// <summary>Gives a held poll the documented empty answer.</summary>
    /// <param name="pollId">The poll's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task ReleasePollAsync(string pollId, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            PollPath(pollId) + "/release",
            new PollRelease(),
            ControlContractJson.Default.PollRelease,
            cancellationToken);

    /// <summary>Lets an event come to the user of a held poll, which brings it.</summary>
    /// <param name="pollId">The poll's id.</param>
    /// <param name="item">A call's event; for a chat poll a text.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task ReleasePollAsync(string pollId, PushedEvent item, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            PollPath(pollId) + "/release",
            new PollRelease(item.Event, item.ResultDesc),
            ControlContractJson.Default.PollRelease,
            cancellationToken);

    /// <summary>Breaks the connection of a held poll. What it was to bring stays for the next one.</summary>
    /// <param name="pollId">The poll's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task CutPollAsync(string pollId, CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync(PollPath(pollId), cancellationToken);

    /// <summary>What stands at a breakpoint, in the order in which it came.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<BreakpointList> ReadBreakpointsAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync($"{_path}/breakpoints", ControlContractJson.Default.BreakpointList, cancellationToken);

    /// <summary>Lets go what stands at a breakpoint, as it is or changed.</summary>
    /// <param name="messageId">The message's id, as in <c>request-3</c>.</param>
    /// <param name="change">What it is let go with; null for nothing.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="ControlProblemException">
    /// <c>urn:cecsim:problem:message-unknown</c>: it stands there no longer.
    /// </exception>
    public Task ReleaseMessageAsync(
        string messageId, MessageRelease? change = null, CancellationToken cancellationToken = default) =>
        _channel.PostAsync(
            MessagePath(messageId) + "/release",
            change ?? new MessageRelease(),
            ControlContractJson.Default.MessageRelease,
            cancellationToken);

    /// <summary>
    /// Drops what stands at a breakpoint: the connection of a request is reset, and events in its answer stay; an event
    /// never arrives; an INVITE has no answer.
    /// </summary>
    /// <param name="messageId">The message's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task DropMessageAsync(string messageId, CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync(MessagePath(messageId), cancellationToken);

    /// <summary>The skill queues, with who waits in them.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<QueueDetails>> ListQueuesAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/queues", ControlContractJson.Default.QueueList, cancellationToken)
            .ConfigureAwait(false)).Queues;

    /// <summary>The agents, by work number.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<AgentDetails>> ListAgentsAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/agents", ControlContractJson.Default.AgentList, cancellationToken)
            .ConfigureAwait(false)).Agents;

    /// <summary>Makes one agent act by hand.</summary>
    /// <param name="workNo">The agent's work number.</param>
    public AgentControl Agent(int workNo) =>
        new(_channel, string.Create(CultureInfo.InvariantCulture, $"{_path}/agents/{workNo}"));

    /// <summary>The softphones that are registered, and the last that were refused.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<PhoneList> ListPhonesAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync($"{_path}/phones", ControlContractJson.Default.PhoneList, cancellationToken);

    /// <summary>The faults that are armed, in the order in which they are asked.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<ArmedFault>> ListFaultsAsync(CancellationToken cancellationToken = default) =>
        (await _channel.GetAsync($"{_path}/faults", ControlContractJson.Default.FaultList, cancellationToken)
            .ConfigureAwait(false)).Faults;

    /// <summary>Arms a fault, in the words of a scenario file.</summary>
    /// <param name="fault">JSON such as <c>{"at":"poll","when":{"nth":2},"inject":"accessTokenExpired"}</c>.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public async Task<ArmedFault> ArmFaultAsync(string fault, CancellationToken cancellationToken = default)
    {
        using var json = JsonDocument.Parse(fault);
        return await _channel.PostAsync(
            $"{_path}/faults",
            json.RootElement,
            ControlJson.Default.JsonElement,
            ControlContractJson.Default.ArmedFault,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Disarms one fault.</summary>
    /// <param name="faultId">The fault's id.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task DisarmFaultAsync(long faultId, CancellationToken cancellationToken = default) => _channel.DeleteAsync(
        string.Create(CultureInfo.InvariantCulture, $"{_path}/faults/{faultId}"), cancellationToken);

    /// <summary>Disarms all faults, those of the scenario too; a reset brings these back.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task DisarmFaultsAsync(CancellationToken cancellationToken = default) =>
        _channel.DeleteAsync($"{_path}/faults", cancellationToken);

    /// <summary>
    /// What its clients did wrong, the worst first. Fails on a server that was started with <c>--no-journal</c>.
    /// </summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<Finding>> ListFindingsAsync(CancellationToken cancellationToken = default) =>
        (await ReadFindingsAsync(cancellationToken).ConfigureAwait(false)).Findings;

    /// <summary>The codes of all rules that its clients are watched for, those that nobody broke too.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public async Task<IReadOnlyList<string>> ListWatchedRulesAsync(CancellationToken cancellationToken = default) =>
        (await ReadFindingsAsync(cancellationToken).ConfigureAwait(false)).Watched;

    /// <summary>The same in one: what its clients did wrong, and all rules that they are watched for.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<SpaceFindings> ReadFindingsAsync(CancellationToken cancellationToken = default) =>
        _channel.GetAsync($"{_path}/findings", ControlContractJson.Default.SpaceFindings, cancellationToken);

    /// <summary>
    /// What happens in the space from now on, as it happens. The first one, <c>following</c>, says that the server has
    /// begun to tell. It ends when the space is deleted or its server stops; a reset only stands in it.
    /// </summary>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ControlProblemException">There is no such space, or it has too many followers.</exception>
    public IAsyncEnumerable<StreamEvent> FollowAsync(CancellationToken cancellationToken = default) =>
        _channel.FollowAsync($"{_path}/stream", cancellationToken);

    private string MessagePath(string messageId) => $"{_path}/breakpoints/{Uri.EscapeDataString(messageId)}";

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private string PollPath(string pollId) => $"{_path}/polls/{Uri.EscapeDataString(pollId)}";

    private Task<ClockState> ChangeClockAsync(ClockChange change, CancellationToken cancellationToken) =>
        _channel.PostAsync(
            $"{_path}/clock",
            change,
            ControlContractJson.Default.ClockChange,
            ControlContractJson.Default.ClockState,
            cancellationToken);
}
