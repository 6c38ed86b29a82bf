using System.Buffers;
using CecSim.Server.Spaces.EventStream;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting;

namespace CecSim.Server.Control.Stream;

/// <summary>
/// What a follower of a space reads. What comes close together is sent together: under load most of the cost of an
/// event is its own packet.
/// </summary>
internal sealed class EventStreamResult(HostedSpace space, Subscriber subscriber) : IResult
{
    public const string ContentType = "text/event-stream";

    private const int BytesAtOnce = 64 * 1024;

    /// <summary>A person does not see it, and it leaves time for what else there is.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public async Task ExecuteAsync(HttpContext http)
    {
        using var leaves = subscriber;
        var (lifetime, real) = (
            http.RequestServices.GetRequiredService<IHostApplicationLifetime>(),
            http.RequestServices.GetRequiredService<TimeProvider>());
        using var enough =
            CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-cache,no-store";
        http.Response.Headers.Pragma = "no-cache";
        http.Response.BodyWriter.Write(StreamItems.WriteFollowing(space.Name, space.Space.Time.ReadNow()));
        await http.Response.BodyWriter.FlushAsync(CancellationToken.None);
        try
        {
            while (await subscriber.WaitAsync(enough.Token))
            {
                await SendAsync(http);
                await Task.Delay(Pause, real, enough.Token);
            }
        }
        catch (OperationCanceledException) when (enough.IsCancellationRequested)
        {
            // It goes on below, as where no event comes any more.
        }

        if (!http.RequestAborted.IsCancellationRequested)
        {
            await SendAsync(http);
        }
    }

    private async Task SendAsync(HttpContext http)
    {
        var body = http.Response.BodyWriter;
        while (!http.RequestAborted.IsCancellationRequested && subscriber.TryTake(out var item))
        {
            body.Write(item.Text);
            if (body.UnflushedBytes >= BytesAtOnce)
            {
                await body.FlushAsync(http.RequestAborted);
            }
        }

        await body.FlushAsync(http.RequestAborted);
    }
}
