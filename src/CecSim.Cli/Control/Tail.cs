namespace CecSim.Cli.Control;

/// <summary>One run of <c>cecsim tail</c>, over as many connections as it takes.</summary>
internal sealed class Tail(ControlRun run, SpaceControl space, StreamFilter filter, long? limit)
{
    /// <summary>A connection that ends sooner, with nothing told, is none to begin again.</summary>
    private static readonly TimeSpan LivesLongEnough = TimeSpan.FromSeconds(1);

    private long _left = limit ?? long.MaxValue;

    public async Task<int> RunAsync()
    {
        try
        {
            while (true)
            {
                var isSound = await FollowAsync();
                if (_left == 0)
                {
                    return ExitCodes.Success;
                }

                if (await WhyEndedAsync() is var (text, exitCode))
                {
                    return run.Refuse(text, exitCode);
                }

                if (!isSound)
                {
                    return run.Refuse(
                        $"The connection breaks as soon as it is there: {space.Name} cannot be followed this way.",
                        ExitCodes.Failed);
                }

                run.Terminal.Error.WriteLine(
                    $"cecsim: The connection broke. {space.Name} is followed again; "
                    + "what happened meanwhile is missing.");
            }
        }
        catch (OperationCanceledException) when (run.Ends.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
    }

    /// <summary>Follows until the stream is over, or enough was told.</summary>
    /// <returns>Whether it was worth while, and would be again.</returns>
    private async Task<bool> FollowAsync()
    {
        long? began = null;
        var hasTold = false;
        try
        {
            await foreach (var item in space.FollowAsync(run.Ends))
            {
                began ??= TimeProvider.System.GetTimestamp();
                hasTold |= !StreamFilter.IsAboutTheStream(item.Kind);
                if (filter.Wants(item) && Tell(item) == 0)
                {
                    break;
                }
            }
        }
        catch (Exception e) when (began is not null && e is IOException or HttpRequestException or JsonException)
        {
            // It broke off, in the midst of an event or between two. Why, the server is asked next.
        }

        return hasTold || (began is { } start && TimeProvider.System.GetElapsedTime(start) >= LivesLongEnough);
    }

    /// <returns>How many are still to be told.</returns>
    private long Tell(StreamEvent item)
    {
        run.Terminal.Output.WriteLine(run.Value(ServerOptions.Json) ? AnswerJson.LineOf(item) : StreamText.Of(item));
        return StreamFilter.IsAboutTheStream(item.Kind) ? _left : --_left;
    }

    /// <returns>Null where space and server are there as before: it was the connection alone.</returns>
    private async Task<(string Text, int ExitCode)?> WhyEndedAsync()
    {
        try
        {
            await space.ReadAsync(run.Ends);
            return await run.Server.ReadHealthAsync(run.Ends) == ServerHealth.Ready
                ? null
                : ("The server is about to end.", ExitCodes.NoServer);
        }
        catch (ControlProblemException e) when (e.Code == ProblemCode.SpaceUnknown)
        {
            return ($"{space.Name} is no more: it was deleted.", ExitCodes.Success);
        }
        catch (HttpRequestException)
        {
            return ("The server is gone.", ExitCodes.NoServer);
        }
    }
}
