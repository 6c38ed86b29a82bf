using System.IO.Pipelines;
using CecSim.Guarding;
using Microsoft.AspNetCore.Connections;

namespace CecSim.Server.Listeners;

/// <summary>
/// How many connections the server has at once. Each is an open file, of which a process may have so many; a runtime
/// that can open none any more ends, and every space with it.
/// </summary>
internal sealed class ConnectionLimit(CecSimArgs args, TimeProvider real, Guard guard)
{
    /// <summary>What else the server opens: media, phones, files, what is told to others.</summary>
    private const int OtherFilesMax = 3_000;

    private const int AnsweredAtOnceMax = 100;

    // Longer than a request that is on its way takes; a client that sends none need not be told.
    private static readonly TimeSpan RequestWithin = TimeSpan.FromSeconds(1);

    private readonly int _max = args.ConnectionsMax ?? RoomIn(OpenFiles.Max);
    private readonly Nuisance _refused =
        guard.Nuisance("http.connections.refused", "A connection was refused that there was no room for");

    private int _count;
    private int _beingAnswered;

    /// <summary>Takes a connection in, for as long as something is done on it.</summary>
    /// <returns>False when there is no room: refuse it.</returns>
    public bool TryEnter()
    {
        if (Interlocked.Increment(ref _count) <= _max)
        {
            return true;
        }

        Leave();
        return false;
    }

    public void Leave() => Interlocked.Decrement(ref _count);

    /// <summary>
    /// Ends a connection that there is no room for. A few are told why, while others are taken in; the rest is closed
    /// before the next one is.
    /// </summary>
    /// <param name="isHttps">What is not encrypted cannot be said there.</param>
    public async ValueTask RefuseAsync(ConnectionContext connection, bool isHttps)
    {
        _refused.Add(WhyNot);
        if (!isHttps && Interlocked.Increment(ref _beingAnswered) <= AnsweredAtOnceMax)
        {
            guard.Start("refusal of a connection", () => AnswerAsync(connection));
            return;
        }

        if (!isHttps)
        {
            Interlocked.Decrement(ref _beingAnswered);
        }

        await connection.DisposeAsync();
    }

    /// <returns>A part of what may be open is left for all else.</returns>
    internal static int RoomIn(long files) =>
        (int)Math.Clamp(files - Math.Min(OtherFilesMax, files / 2), 1, int.MaxValue);

    private async Task AnswerAsync(ConnectionContext connection)
    {
        try
        {
            await AnswerAsync(connection.Transport);
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or ConnectionAbortedException)
        {
            // It has sent nothing, or has left: there is nobody to tell.
        }
        finally
        {
            await connection.DisposeAsync();
            Interlocked.Decrement(ref _beingAnswered);
        }
    }

    private async Task AnswerAsync(IDuplexPipe transport)
    {
        using var limit = new CancellationTokenSource(RequestWithin, real);
        var read = await transport.Input.ReadAsync(limit.Token);
        transport.Input.AdvanceTo(read.Buffer.End);
        var body = Encoding.UTF8.GetBytes(
            $$"""{"status":503,"title":"Too many connections","detail":"{{WhyNot}}"}""");
        var head =
            $"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/problem+json\r\n" +
            $"Content-Length: {body.Length}\r\nRetry-After: 1\r\nConnection: close\r\n\r\n";
        await transport.Output.WriteAsync(Encoding.ASCII.GetBytes(head), limit.Token);
        await transport.Output.WriteAsync(body, limit.Token);
        await transport.Output.CompleteAsync();
    }

    private string WhyNot =>
        $"The server has {_max} connections, and no room for more: each is an open file, of which a process may have " +
        "so many (ulimit -n).";
}
