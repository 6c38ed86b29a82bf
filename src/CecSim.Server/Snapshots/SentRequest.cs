namespace CecSim.Server.Snapshots;

/// <summary>A request that was sent once more, and goes on as its log says.</summary>
internal sealed record SentRequest(HttpContext Http, ReplayedRequest Request, Task Over)
{
    /// <summary>Its client had the answer.</summary>
    public bool IsSent { get; set; }

    /// <summary>Its client goes away, with the answer if it had that.</summary>
    public async Task HangUpAsync(CancellationToken ends)
    {
        if (IsSent)
        {
            await SendAsync();
        }
        else
        {
            Http.Abort();
        }

        await Over.WaitAsync(ends);
    }

    /// <summary>Another server answers what the request made CecSim ask.</summary>
    public async Task AnswerAsync(string body)
    {
        await Request.AnswerAsync(body);
        await Task.WhenAny(Over, Request.WhenIdle);
    }

    /// <summary>Its client has the answer.</summary>
    public async Task SendAsync()
    {
        await Request.SendAsync();
        await Task.WhenAny(Over, Request.WhenIdle);
    }
}
