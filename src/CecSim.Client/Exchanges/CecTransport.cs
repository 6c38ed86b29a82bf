using System.Text;
using System.Text.Json;

namespace CecSim.Client.Exchanges;

/// <summary>Sends one request and says what came of it.</summary>
internal sealed class CecTransport(Func<HttpClient> http, CecClientOptions options, TimeProvider time)
{
    public const string MessagingTokenHeader = "ccmessaging-token";

    private readonly Uri _address = new(options.Address.AbsoluteUri.TrimEnd('/') + '/');

    public async Task<Attempt> SendAsync(
        CecRequest request, Token? access, Token? messaging, CancellationToken cancellationToken)
    {
        using var timeUp = new CancellationTokenSource(request.Timeout, time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeUp.Token);
        using var message = Compose(request, access, messaging);
        try
        {
            using var response = await http()
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ends.Token).ConfigureAwait(false);
            var body = await Body.ReadAsync(response.Content, ends.Token).ConfigureAwait(false);
            return Judge(
                request, response, body, said => Masking.Of(said, options.AppSecret, access?.Text, messaging?.Text));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Lost(request, e);
        }
    }

    private HttpRequestMessage Compose(CecRequest request, Token? access, Token? messaging)
    {
        var message = new HttpRequestMessage(request.Method, new Uri(_address, request.Path));
        if (access is not null)
        {
            // The three common headers, "Bearer" and one space (section 4.1).
            message.Headers.TryAddWithoutValidation("x-app-key", options.AppKey);
            message.Headers.TryAddWithoutValidation("Authorization", $"Bearer {access.Text}");
        }

        if (messaging is not null)
        {
            message.Headers.TryAddWithoutValidation(MessagingTokenHeader, messaging.Text);
        }

        if (request.TokenExpire is not null)
        {
            message.Headers.TryAddWithoutValidation("X-Token-Expire", request.TokenExpire);
        }

        if (request.Body is not null)
        {
            message.Content = new StringContent(request.Body.ToJsonString(), Encoding.UTF8, "application/json");
        }

        return message;
    }

    private Attempt Judge(
        CecRequest request, HttpResponseMessage response, byte[]? body, Func<string?, string?> mask)
    {
        var status = (int)response.StatusCode;
        var answer = Parse(request.Operation, body);
        var exceptionInfo = mask(answer?.Text("exceptionInfo"));
        return (status, answer) switch
        {
            (200, null) => NotUnderstood(request, "the answer is no JSON object"),
            (200, { ResultCode: null }) when request.HasResultCode =>
                NotUnderstood(request, "the answer has no resultCode"),
            (200, _) => new Attempt.Answered(
                answer, RenewedTokenOf(response), MayRepeat: request.CountsRefusals && answer.Refusal is not null),
            (401 or 403, _) => new Attempt.Unauthorized(request.Operation, status, exceptionInfo),
            _ => Refused(request, response, status, exceptionInfo),
        };
    }

    // 429 and 503 say "not now": what they answer was not done. Other statuses from 500 on leave that open.
    private Attempt.Failed Refused(
        CecRequest request, HttpResponseMessage response, int status, string? exceptionInfo)
    {
        var isNotNow = status is 429 or 503;
        var isPassing = isNotNow || status is 408 or >= 500;
        return new Attempt.Failed(
            request.Operation,
            new CecFailure.BadStatus(status, exceptionInfo),
            MayRepeat: isPassing && (request.MayArriveTwice || isNotNow))
        {
            MayHaveArrived = !isNotNow && status >= 500,
            RetryAfter = RetryAfterOf(response),
        };
    }

    private static Attempt.Failed NotUnderstood(CecRequest request, string what) => new(
        request.Operation,
        new CecFailure.NotUnderstood(what),
        MayRepeat: request.MayArriveTwice)
    {
        MayHaveArrived = true,
    };

    private static Attempt.Failed Lost(CecRequest request, Exception e)
    {
        var reason = e switch
        {
            OperationCanceledException => CecNoAnswerReason.TimedOut,
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
                CecNoAnswerReason.NotTrusted,
            HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                    or HttpRequestError.ProxyTunnelError,
            } => CecNoAnswerReason.NotConnected,
            _ => CecNoAnswerReason.Broken,
        };
        var hasArrived = reason is CecNoAnswerReason.Broken or CecNoAnswerReason.TimedOut;
        var detail = reason switch
        {
            CecNoAnswerReason.TimedOut =>
                string.Create(CultureInfo.InvariantCulture, $"no answer within {request.Timeout.TotalSeconds} s"),
            CecNoAnswerReason.NotConnected => e.Message,
            _ => e.GetBaseException().Message,
        };
        return new Attempt.Failed(
            request.Operation,
            new CecFailure.NoAnswer(reason, detail),
            MayRepeat: reason != CecNoAnswerReason.NotTrusted && (request.MayArriveTwice || !hasArrived))
        {
            Cause = e,
            MayHaveArrived = hasArrived,
        };
    }

    private TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } when date > time.GetUtcNow() => date - time.GetUtcNow(),
        _ => null,
    };

    private static string? RenewedTokenOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(MessagingTokenHeader, out var values)
        && values.First() is var token && CecClientOptions.IsHeaderText(token)
            ? token
            : null;

    private static Answer? Parse(string operation, byte[]? body)
    {
        try
        {
            using var json = JsonDocument.Parse(body ?? []);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? new Answer(operation, json.RootElement.Clone())
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
