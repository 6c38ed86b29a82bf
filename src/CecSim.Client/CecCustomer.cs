using CecSim.Client.Calls;

namespace CecSim.Client;

/// <summary>
/// A customer of CEC: calls and writes through one channel. Any number of callers may use one at once; CEC itself lets
/// a customer have one call and one text session at a time.
/// </summary>
public sealed partial class CecCustomer
{
    internal const string Channel = "WEB";
    private const string Prefix = "apiaccess/ccmessaging/";

    private readonly CecSender _sender;
    private readonly TokenCache _messaging;

    internal CecCustomer(CecSender sender, CecCustomerIdentity identity)
    {
        _sender = sender;
        Identity = identity;
        _messaging = MessagingTokens.Cell(sender, identity);
    }

    /// <summary>Who, and through which channel.</summary>
    public CecCustomerIdentity Identity { get; }

    /// <summary>Whether the tenant has WebRTC and the channel click-to-call (checkClickToCallSupport, 5.2).</summary>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public Task<CecResult<CecSupport>> CheckAsync(CancellationToken cancellationToken = default) => AskAsync(
        Get($"v1/checkClickToCallSupport?channel={Channel}"),
        answer => new CecSupport(answer.Flag("webRTCSupported") == true, answer.Flag("clickToCallSupported") == true),
        cancellationToken);

    /// <summary>
    /// Asks to be called (createClickToCall, chapter 5, step 3). Where the answer is lost, so that nobody knows whether
    /// there is a call, that call is dropped before the next attempt: there are never two.
    /// </summary>
    /// <param name="media">Voice or video.</param>
    /// <param name="cancellationToken">Ends the request; a call may live all the same.</param>
    /// <returns>The call; its events tell what becomes of it.</returns>
    /// <exception cref="CecException">CEC was not reached, not understood, or refused the credentials.</exception>
    public async Task<CecResult<CecCall>> CreateCallAsync(
        CecMedia media = CecMedia.Voice, CancellationToken cancellationToken = default)
    {
        var create = Post(
            "v1/createClickToCall",
            new JsonObject { ["channel"] = Channel, ["mediaAbility"] = media == CecMedia.Video ? "1" : "0" })
            with { MayArriveTwice = false };
        for (var attempts = 1; ; attempts++)
        {
            var (attempt, _) = await _sender
                .AttemptAsync(create, _messaging, cancellationToken).ConfigureAwait(false);
            if (attempt is not Attempt.Failed { MayHaveArrived: true } || attempts == _sender.Options.AttemptsMax)
            {
                return Result(CecSender.AnswerOf(attempt, attempts), _ => new CecCall(this, _sender));
            }

            await DropAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal Task<CecResult<CecReceipt>> DropAsync(CancellationToken cancellationToken) => AskAsync(
        Post("v1/dropClickToCall", new JsonObject { ["channel"] = Channel }), ReceiptOf, cancellationToken);

    internal Task<Answer> PollCallAsync(CancellationToken cancellationToken) => _sender.AskAsync(
        Poll($"v1/getClickToCallEvents?channel={Channel}") with { CountsRefusals = true },
        _messaging,
        cancellationToken);

    private static CecReceipt ReceiptOf(Answer answer) => new(answer.Text("resultDesc"));

    private static CecResult<T> Result<T>(Answer answer, Func<Answer, T> read) => answer.Refusal is { } refusal
        ? new CecResult<T>.Refused(refusal)
        : new CecResult<T>.Success(read(answer));

    private async Task<CecResult<T>> AskAsync<T>(
        CecRequest request, Func<Answer, T> read, CancellationToken cancellationToken) =>
        Result(await _sender.AskAsync(request, _messaging, cancellationToken).ConfigureAwait(false), read);

    private CecRequest Get(string path) => new(HttpMethod.Get, Prefix + path)
    {
        Timeout = _sender.Options.RequestTimeout,
    };

    private CecRequest Poll(string path) => Get(path) with { Timeout = _sender.Options.PollTimeout };

    private CecRequest Post(string path, JsonObject body) => new(HttpMethod.Post, Prefix + path)
    {
        Body = body,
        Timeout = _sender.Options.RequestTimeout,
    };
}
