namespace CecSim.ControlClient;

/// <summary>
/// One agent, driven by hand: what it was about to do with its call by itself, it does no more. Each act fails with a
/// <see cref="ControlProblemException"/> where the agent's state does not allow it.
/// </summary>
public sealed class AgentControl
{
    private readonly ControlChannel _channel;
    private readonly string _path;

    internal AgentControl(ControlChannel channel, string path)
    {
        _channel = channel;
        _path = path;
    }

    /// <summary>Signs in; the agent is ready.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> SignInAsync(CancellationToken cancellationToken = default) =>
        ActAsync("sign-in", null, cancellationToken);

    /// <summary>Signs out; its text sessions go to others.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> SignOutAsync(CancellationToken cancellationToken = default) =>
        ActAsync("sign-out", null, cancellationToken);

    /// <summary>Is busy, and given no call.</summary>
    /// <param name="reason">A documented reason; null for its own wish.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> NotReadyAsync(int? reason = null, CancellationToken cancellationToken = default) =>
        ActAsync("not-ready", new AgentAction(Reason: reason), cancellationToken);

    /// <summary>Is idle again, whether it was busy, rested or wrapped up.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ReadyAsync(CancellationToken cancellationToken = default) =>
        ActAsync("ready", null, cancellationToken);

    /// <summary>Rests.</summary>
    /// <param name="allowed">After so long it is reminded that its rest is over; null for ten minutes.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> RestAsync(TimeSpan? allowed = null, CancellationToken cancellationToken = default) =>
        RestAsync(allowed, reason: null, cancellationToken);

    /// <summary>Rests, for a reason.</summary>
    /// <param name="allowed">After so long it is reminded that its rest is over; null for ten minutes.</param>
    /// <param name="reason">A documented reason; null for the usual one.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> RestAsync(
        TimeSpan? allowed, int? reason, CancellationToken cancellationToken = default) =>
        ActAsync(
            "rest",
            new AgentAction(reason, For: allowed is { } time ? System.Xml.XmlConvert.ToString(time) : null),
            cancellationToken);

    /// <summary>Answers the call that rings.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> AnswerAsync(CancellationToken cancellationToken = default) =>
        ActAsync("answer", null, cancellationToken);

    /// <summary>Rejects the call that rings.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> DeclineAsync(CancellationToken cancellationToken = default) =>
        ActAsync("decline", null, cancellationToken);

    /// <summary>Puts its call on hold.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> HoldAsync(CancellationToken cancellationToken = default) =>
        ActAsync("hold", null, cancellationToken);

    /// <summary>Takes its call back from hold.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> RetrieveAsync(CancellationToken cancellationToken = default) =>
        ActAsync("retrieve", null, cancellationToken);

    /// <summary>Is not heard by the customer of its call.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> MuteAsync(CancellationToken cancellationToken = default) =>
        ActAsync("mute", null, cancellationToken);

    /// <summary>Is heard again.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> UnmuteAsync(CancellationToken cancellationToken = default) =>
        ActAsync("unmute", null, cancellationToken);

    /// <summary>Asks for help with its call.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> SeekHelpAsync(CancellationToken cancellationToken = default) =>
        ActAsync("seek-help", null, cancellationToken);

    /// <summary>Needs no help any more, or has got it.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> CancelHelpAsync(CancellationToken cancellationToken = default) =>
        ActAsync("cancel-help", null, cancellationToken);

    /// <summary>Hands its call on.</summary>
    /// <param name="target">Who gets it.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> TransferAsync(TransferTarget target, CancellationToken cancellationToken = default) =>
        ActAsync("transfer", target.Action, cancellationToken);

    /// <summary>Talks to somebody else while its customer hears music.</summary>
    /// <param name="target">Whom it calls.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ConsultAsync(TransferTarget target, CancellationToken cancellationToken = default) =>
        ActAsync("consult", target.Action, cancellationToken);

    /// <summary>Hands its customer over to whom it has consulted.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> CompleteTransferAsync(CancellationToken cancellationToken = default) =>
        ActAsync("complete", null, cancellationToken);

    /// <summary>Goes back to its customer; whom it has consulted is let go.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ComeBackAsync(CancellationToken cancellationToken = default) =>
        ActAsync("come-back", null, cancellationToken);

    /// <summary>Brings its customer, whom it has consulted and itself together.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ConferAsync(CancellationToken cancellationToken = default) =>
        ActAsync("confer", null, cancellationToken);

    /// <summary>As a quality checker, hears an agent and its customer; neither hears it.</summary>
    /// <param name="workNo">The agent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ListenAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActAsync("listen", new AgentAction(Agent: workNo), cancellationToken);

    /// <summary>As a quality checker, talks with an agent and its customer.</summary>
    /// <param name="workNo">The agent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> InsertAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActAsync("insert", new AgentAction(Agent: workNo), cancellationToken);

    /// <summary>As a quality checker, takes an agent's customer.</summary>
    /// <param name="workNo">The agent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> InterceptAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActAsync("intercept", new AgentAction(Agent: workNo), cancellationToken);

    /// <summary>As a quality checker, makes an agent busy.</summary>
    /// <param name="workNo">The agent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ForceNotReadyAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActAsync("force-not-ready", new AgentAction(Agent: workNo), cancellationToken);

    /// <summary>As a quality checker, makes an agent ready.</summary>
    /// <param name="workNo">The agent.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ForceReadyAsync(int workNo, CancellationToken cancellationToken = default) =>
        ActAsync("force-ready", new AgentAction(Agent: workNo), cancellationToken);

    /// <summary>Ends its call.</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> ReleaseAsync(CancellationToken cancellationToken = default) =>
        ActAsync("release", null, cancellationToken);

    /// <summary>Writes in a text session; whatever it still owed the customer is answered by that.</summary>
    /// <param name="userId">Whose session.</param>
    /// <param name="text">What the agent writes.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> WriteAsync(string userId, string text, CancellationToken cancellationToken = default) =>
        ActAsync("write", new AgentAction(UserId: userId, Text: text), cancellationToken);

    /// <summary>Ends a text session.</summary>
    /// <param name="userId">Whose session.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    public Task<AgentDetails> EndChatAsync(string userId, CancellationToken cancellationToken = default) =>
        ActAsync("end", new AgentAction(UserId: userId), cancellationToken);

    private Task<AgentDetails> ActAsync(string action, AgentAction? body, CancellationToken cancellationToken) =>
        _channel.PostAsync(
            $"{_path}/{action}",
            body ?? new AgentAction(),
            ControlContractJson.Default.AgentAction,
            ControlContractJson.Default.AgentDetails,
            cancellationToken);
}
