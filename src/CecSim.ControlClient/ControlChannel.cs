using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

namespace CecSim.ControlClient;

/// <summary>Requests to the control API, and its problems as exceptions.</summary>
internal sealed class ControlChannel : IDisposable
{
    private readonly HttpClient _http;
    private readonly AuthenticationHeaderValue? _key;

    public ControlChannel(HttpClient http, string? key)
    {
        if (key?.Length == 0)
        {
            throw new ArgumentException("The control key is empty: give null where there is none.", nameof(key));
        }

        _http = http;
        _key = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
    }

    /// <returns>What stands behind a path; nothing where no part has a value.</returns>
    public static string QueryOf(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var query = "";
        foreach (var (name, value) in parts)
        {
            if (value is not null)
            {
                query += $"{(query.Length == 0 ? '?' : '&')}{name}={Uri.EscapeDataString(value)}";
            }
        }

        return query;
    }

    public async Task<HttpStatusCode> AskStatusAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await AskAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return response.StatusCode;
    }

    public async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> shape, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, shape, cancellationToken).ConfigureAwait(false);
    }

    public async Task<CallPcap> GetPcapAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return new CallPcap(
            await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false),
            response.Headers.TryGetValues("X-CecSim-Dropped", out var dropped)
                && long.TryParse(dropped.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    ? count
                    : 0);
    }

    public async Task<ReadOnlyMemory<byte>> GetBytesAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, path, null, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
    }

    public async Task<TAnswer> PostAsync<TBody, TAnswer>(
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyShape,
        JsonTypeInfo<TAnswer> answerShape,
        CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyShape);
        using var response = await SendAsync(HttpMethod.Post, path, content, cancellationToken).ConfigureAwait(false);
        return await ReadAsync(response, answerShape, cancellationToken).ConfigureAwait(false);
    }

    public async Task PostAsync<TBody>(
        string path, TBody body, JsonTypeInfo<TBody> bodyShape, CancellationToken cancellationToken)
    {
        using var content = JsonContent.Create(body, bodyShape);
        using var response = await SendAsync(HttpMethod.Post, path, content, cancellationToken).ConfigureAwait(false);
    }

    public async Task PostAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Post, path, null, cancellationToken).ConfigureAwait(false);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Delete, path, null, cancellationToken).ConfigureAwait(false);
    }

    public async IAsyncEnumerable<StreamEvent> FollowAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await SendAsync(
            HttpMethod.Get, path, null, cancellationToken, HttpCompletionOption.ResponseHeadersRead)
            .ConfigureAwait(false);
        using var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var items = SseParser.Create(stream, static (kind, data) =>
            (JsonSerializer.Deserialize(data, ControlContractJson.Default.StreamEvent)
                ?? throw new JsonException("The server told null.")) with { Kind = kind });
        await foreach (var item in items.EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item.Data;
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response, JsonTypeInfo<T> shape, CancellationToken cancellationToken) =>
        await response.Content.ReadFromJsonAsync(shape, cancellationToken).ConfigureAwait(false)
        ?? throw new JsonException("The server answered null.");

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellationToken,
        HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        var response = await AskAsync(method, path, content, cancellationToken, until).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ProblemOfAsync(response, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HttpResponseMessage> AskAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        CancellationToken cancellationToken,
        HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        using var request = new HttpRequestMessage(method, $"/_cecsim/{path}") { Content = content };
        request.Headers.Authorization = _key;
        return await _http.SendAsync(request, until, cancellationToken).ConfigureAwait(false);
    }

    // Whatever answers at a wrong address need not know what a problem is.
    private static async Task<ControlProblemException> ProblemOfAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var problem = JsonSerializer.Deserialize(text, ControlContractJson.Default.Problem);
            return new ControlProblemException(response.StatusCode, problem?.Type, problem?.Title, problem?.Detail);
        }
        catch (JsonException)
        {
            return new ControlProblemException(response.StatusCode, null, "The server is no CecSim.", text);
        }
    }
}
