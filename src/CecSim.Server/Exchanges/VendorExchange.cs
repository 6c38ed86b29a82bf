using System.Text.Json.Serialization.Metadata;
using CecSim.Server.CcMessaging;
using CecSim.Server.Recording;
using CecSim.Simulation.Clock;
using CecSim.Simulation.Commands;
using CecSim.Simulation.Polls;
using CecSim.Simulation.Users;
using Microsoft.AspNetCore.WebUtilities;

namespace CecSim.Server.Exchanges;

/// <summary>One request of a CEC client and its answer.</summary>
internal sealed partial class VendorExchange(HttpContext http, VendorRoute route, Space space, ExchangeOptions options)
    : IPollConnection
{
    internal const string JsonContentType = "application/json;charset=UTF-8";
    private const string ScriptContentType = "application/javascript;charset=UTF-8";

    private InFlightRequest? _inFlight;
    private RefusalAnswer? _refusal;
    private bool _tellsFailure;

    public HttpContext Http { get; } = http;

    public VendorRoute Route { get; } = route;

    public Space Space { get; } = space;

    /// <summary>Whether the request is the space's, which else only lends its words.</summary>
    public bool IsSpaceKnown { get; init; }

    /// <summary>The space it is for does nothing any more, whatever the request asks.</summary>
    public bool HasFailedSpace => IsSpaceKnown && Space.Failure is not null;

    /// <summary>Who the ccmessaging token speaks for, once the credentials were checked.</summary>
    public User? User { get; set; }

    /// <summary>The request's body; null until it was read.</summary>
    public BodyFields? Body { get; set; }

    /// <summary>Null when the answer goes whole and at once.</summary>
    public ResponseWriter? Delivery { get; set; }

    /// <summary>The events that its answer brought to the client.</summary>
    public IReadOnlyList<IClientEvent> Delivered { get; set; } = [];

    /// <summary>Whether the answer shall come without its cookies, as to a browser that keeps none.</summary>
    public bool RefusesCookies { get; set; }

    /// <summary>Whether it counts among the long polls that the server holds.</summary>
    public bool IsHeld { get; set; }

    /// <summary>What the space's log keeps of it; null when nothing.</summary>
    public LoggedCommand? LoggedCommand { get; set; }

    /// <summary>How much later than the script the bar's frame shall be there.</summary>
    public TimeSpan FrameLate { get; set; }

    /// <summary>What a request becomes as soon as something delays it. Most are never delayed.</summary>
    public InFlightRequest InFlight => _inFlight ??= new InFlightRequest(Space.Time);

    /// <summary>It asks for no content, and changes nothing (RFC 9110, 9.2.1 and 9.3.2).</summary>
    public bool IsHead => HttpMethods.IsHead(Http.Request.Method);

    /// <summary>Null when nothing is recorded.</summary>
    public RecordedRequest? Recording { get; } = RecordedRequest.Of(http);

    public CancellationToken Aborted => Http.RequestAborted;

    bool IPollConnection.IsAborted => Aborted.IsCancellationRequested;

    /// <summary>What the log has of it, where it is done once more; null for a client's own request.</summary>
    public ReplayedRequest? Replayed { get; init; }

    /// <summary>Its turn among the commands of a space that outlives the process; null without one.</summary>
    public CommandTurn? Turn { get; set; }

    /// <summary>It has taken the time that a network takes before it came to its turn.</summary>
    public bool HasWaited { get; set; }

    void IPollConnection.Cut()
    {
        Recording?.MarkCutByHand();
        Http.Abort();
    }

    /// <summary>The request is held or over: time that waited for it may go on.</summary>
    public void MarkIdle()
    {
        _inFlight?.MarkIdle();
        Turn?.End();
        Replayed?.MarkIdle();
    }

    /// <summary>The request waits in space time.</summary>
    public Task Wait(Task wait)
    {
        Turn?.End();
        Replayed?.MarkIdle();
        return wait;
    }

    public string? Header(string name) =>
        Http.Request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;

    /// <summary>A field of the query, whatever the case of its name; several are joined by commas.</summary>
    /// <remarks>The framework's own collection would live as long as a poll is held.</remarks>
    public string? Query(string name)
    {
        string? found = null;
        foreach (var field in new QueryStringEnumerable(Http.Request.QueryString.Value))
        {
            if (field.DecodeName().Span.Equals(name, StringComparison.OrdinalIgnoreCase))
            {
                found = found is null ? field.DecodeValue().ToString() : $"{found},{field.DecodeValue()}";
            }
        }

        return found;
    }

    public async Task<BodyFields> ReadBodyAsync() =>
        Body ??= await BodyFields.ReadAsync(Http.Request, Route.Operation.BodyBytesMax, Aborted);

    public Task AnswerAsync<T>(T body, JsonTypeInfo<T> shape, Basis basis, int status = StatusCodes.Status200OK) =>
        WriteAsync(JsonSerializer.SerializeToUtf8Bytes(body, shape), JsonContentType, basis, status);

    public Task AnswerTextAsync(string body, Basis basis, int status, string why)
    {
        Recording?.AddViolation(refusal: null, why);
        TellRefusal(RefusalAnswer.Error(status, body, basis), why);
        return WriteAsync(Encoding.UTF8.GetBytes(body), JsonContentType, basis, status);
    }

    public Task AnswerEmptyAsync(Basis basis) =>
        WriteAsync([], JsonContentType, basis, StatusCodes.Status204NoContent);

    /// <summary>What a long poll says to HEAD: its length is that of an event, which is for GET to take.</summary>
    public Task AnswerHeadOfPollAsync() =>
        WriteAsync([], JsonContentType, Basis.Inferred, StatusCodes.Status200OK);

    public Task AnswerScriptAsync(byte[] body, Basis basis) =>
        WriteAsync(body, ScriptContentType, basis, StatusCodes.Status200OK);

    public Task RefuseAsync(Refusal refusal, string? why = null)
    {
        var answer = refusal.ToAnswer(this);
        Recording?.AddViolation(refusal, why ?? answer.Text ?? "");
        return RefuseAsync(answer, why);
    }

    public Task RefuseAsync(RefusalAnswer answer, string? why = null)
    {
        _refusal = answer;
        ViolationRecorder.Note(this, answer, why);

        // A bug of ours has nothing to say of the request.
        if ((why ?? (answer.Status == StatusCodes.Status500InternalServerError ? null : answer.Text)) is { } told)
        {
            TellRefusal(answer, told);
        }

        return answer.ResultCode is { } code
            ? AnswerCodeAsync(code, answer)
            : AnswerAsync(
                new ErrorBody(answer.Text ?? ""), VendorJson.Wire.ErrorBody, answer.Basis, answer.Status);
    }

    /// <summary>Says that the space has failed, why, and what heals it.</summary>
    public Task RefuseForFailureAsync()
    {
        _tellsFailure = true;
        return RefuseAsync(
            GenericStatuses.ToAnswer(StatusCodes.Status503ServiceUnavailable),
            $"the space {Space.Settings.Name} has failed and needs a reset: {Space.Failure!.Why}");
    }

    private Task AnswerCodeAsync(string code, RefusalAnswer answer) =>
        Route.RefuseAsync is { } refuse
            ? refuse(this, answer)
            : AnswerAsync(
                new ResultBody(code, answer.Text), VendorJson.Wire.ResultBody, answer.Basis, answer.Status);

    /// <summary>Says why, beside a body that must stay the vendor's: in a header and the log.</summary>
    public void TellRefusal(RefusalAnswer answer, string why)
    {
        if (options.TellsBasis)
        {
            Http.Response.Headers[CecHeaders.Why] = HeaderText.Of(why);
        }

        // What is done once more in another space was told the first time.
        if (Replayed is null)
        {
            Http.RequestServices.GetService<RefusalLog>()?.Write(this, answer, why);
        }
    }

    /// <summary>Says what failed inside; not in the log, where the guard has said it.</summary>
    public void TellBug(string why)
    {
        Recording?.AddViolation(refusal: null, why);
        if (options.TellsBasis)
        {
            Http.Response.Headers[CecHeaders.Why] = HeaderText.Of(why);
        }
    }

    private async Task WriteAsync(byte[] body, string contentType, Basis basis, int status)
    {
        var answer = new AnswerDraft(body, contentType, basis, status);
        if (PausesAnswer)
        {
            PausesAnswer = false;
            if (await RequestBreakpoint.HoldAnswerAsync(this, answer) is not { } edited)
            {
                return;
            }

            answer = edited;
        }

        await WriteAsync(answer);
    }

    private async Task WriteAsync(AnswerDraft answer)
    {
        var (body, contentType, basis, status) = answer;
        if (HasFailedSpace && !_tellsFailure)
        {
            // It failed under the request, whose answer means nothing.
            await RefuseForFailureAsync();
            return;
        }

        var response = Http.Response;
        response.StatusCode = status;
        if (options.TellsBasis)
        {
            response.Headers[Basis.Header] = basis.For(Space.Settings.Profile);
            Recording?.TellId();
        }

        if (!HasFailedSpace && !IsHead && User is { } user && Header(CecHeaders.MessagingToken) is { } presented
            && Space.MessagingTokens.RenewNearItsEnd(user, presented) is { } renewed)
        {
            response.Headers[CecHeaders.MessagingToken] = renewed;
        }

        var hasBody = CanHaveBody(status);
        response.ContentType = hasBody ? Delivery?.Plan.ContentType ?? contentType : null;
        if (_isEdited)
        {
            _refusal = EditedAnswer.RefusalOf(answer, Route.Operation);
        }

        Recording?.Answers(this, _refusal, hasBody && !IsHead ? body : [], basis.For(Space.Settings.Profile));
        if (hasBody)
        {
            await DeliverAsync(body);
        }

        if (Delivery is null or { IsWhole: true })
        {
            Recording?.Delivered();
        }
    }

    private async Task DeliverAsync(byte[] body)
    {
        if (IsHead)
        {
            Http.Response.ContentLength = body.Length > 0 ? body.Length : null;
            return;
        }

        if (Delivery is not null)
        {
            await Delivery.WriteAsync(body);
            return;
        }

        Http.Response.ContentLength = body.Length;
        await Http.Response.BodyWriter.WriteAsync(body, Aborted);
    }

    // A client waits for ever for a body that HTTP forbids but whose length was announced (RFC 9110, 15.3 and 15.4).
    private static bool CanHaveBody(int status) => status is not (
        StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified);
}
