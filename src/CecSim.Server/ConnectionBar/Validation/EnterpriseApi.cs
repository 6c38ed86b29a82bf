using System.Collections.Concurrent;
using System.Net.Http.Headers;
using CecSim.Simulation.ConnectionBar;

namespace CecSim.Server.ConnectionBar.Validation;

/// <summary>
/// The enterprise's thirdPartyValidate as CEC calls it (Connection Bar, 5.3): one POST with three fields to the URL
/// that was configured and nowhere else. No redirect, no proxy, no second attempt.
/// </summary>
internal sealed class EnterpriseApi(TimeProvider time) : IDisposable
{
    private const int AnswerBytesMax = 64 * 1024;

    // By the file that says whom to trust; an empty name stands for what this machine trusts.
    private readonly ConcurrentDictionary<string, HttpClient> _clients = new(StringComparer.Ordinal);

    public async Task<ValidationOutcome> AskAsync(
        Uri url, BarSettings settings, ValidationRequest asked, CancellationToken aborted)
    {
        using var patience = new CancellationTokenSource(settings.ValidateWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, aborted);
        try
        {
            return await AskAsync(url, ClientFor(settings.CertificateFile), asked, either.Token);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return ValidationOutcome.Failed($"{url} did not answer within {settings.ValidateWithin.TotalSeconds} s");
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.SecureConnectionError)
        {
            return ValidationOutcome.Failed($"{url} could not be verified: {(e.InnerException ?? e).Message}");
        }
        catch (HttpRequestException e)
        {
            return ValidationOutcome.Failed($"{url} could not be asked: {e.Message}");
        }
        catch (TrustFileException e)
        {
            return ValidationOutcome.Failed(e.Message);
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private static async Task<ValidationOutcome> AskAsync(
        Uri url, HttpClient client, ValidationRequest asked, CancellationToken ends)
    {
        var body = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(asked, VendorJson.Wire.ValidationRequest));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json", "UTF-8");
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = body };
        using var answer = await client.SendAsync(request, ends);
        return answer.StatusCode == HttpStatusCode.OK
            ? ValidationAnswer.Read(await answer.Content.ReadAsByteArrayAsync(ends), $"{url}")
            : ValidationOutcome.Failed($"{url} answered {(int)answer.StatusCode}");
    }

    private HttpClient ClientFor(string? certificateFile) =>
        _clients.GetOrAdd(certificateFile ?? "", static file => NewClient(file));

    private static HttpClient NewClient(string certificateFile)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
        if (certificateFile.Length > 0)
        {
            handler.SslOptions.RemoteCertificateValidationCallback = TrustFile.Read(certificateFile).Accepts;
        }

        return new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = AnswerBytesMax,
        };
    }
}
