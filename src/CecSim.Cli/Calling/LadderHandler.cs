using CecSim.Server.Exchanges;

namespace CecSim.Cli.Calling;

/// <summary>Tells each request with its answer as it comes, without the secrets in them.</summary>
internal sealed class LadderHandler(
    HttpMessageHandler inner, string appSecret, TimeProvider time, Action<LadderRow> tell) : DelegatingHandler(inner)
{
    private const int BodyBytesMax = 8 * 1024 * 1024;
    private const string Mask = "***";
    private static readonly string[] SecretFields = ["AccessToken", "token"];
    private static readonly string[] SecretHeaders = ["Authorization", "ccmessaging-token"];

    private readonly long _begin = time.GetTimestamp();

    public TimeSpan Now => time.GetElapsedTime(_begin);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sentAt = Now;
        var operation = request.RequestUri!.AbsolutePath.Split('/')[^1];
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(BodyBytesMax, cancellationToken);
            var text = await response.Content.ReadAsStringAsync(cancellationToken);
            var (body, isJson) = Parse(WithoutSecretsOf(request, text));
            var why = WhyHeader.In(response);
            tell(new LadderRow(
                sentAt,
                Now,
                request.Method.Method,
                operation,
                (int)response.StatusCode,
                body,
                why ?? (isJson ? null : "not JSON")));
            return response;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            var note = e switch
            {
                OperationCanceledException => "waited no longer",
                HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => e.Message,
                _ => e.GetBaseException().Message,
            };
            tell(new LadderRow(sentAt, Now, request.Method.Method, operation, null, null, note));
            throw;
        }
    }

    // A server may repeat what it was sent.
    private string WithoutSecretsOf(HttpRequestMessage request, string text)
    {
        var tokens =
            from header in SecretHeaders
            where request.Headers.Contains(header)
            from value in request.Headers.GetValues(header)
            select value.Replace("Bearer ", "", StringComparison.Ordinal);
        return tokens.Append(appSecret).Aggregate(text, (t, s) => t.Replace(s, Mask, StringComparison.Ordinal));
    }

    private static (JsonObject? Body, bool IsJson) Parse(string text)
    {
        try
        {
            var body = JsonNode.Parse(text) as JsonObject;
            foreach (var field in SecretFields.Where(f => body?[f] is not null))
            {
                body![field] = Mask;
            }

            return (body, body is not null);
        }
        catch (JsonException)
        {
            return (null, false);
        }
    }
}
