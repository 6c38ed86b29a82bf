namespace CecSim.Server.Snapshots;

/// <summary>A request that was sent once more, and goes on as its log says.</summary>
internal sealed record SentRequest(HttpContext Http, ReplayedRequest Request, Task Over)
{
    /// <summary>Its client goes away.</summary>
    public async Task HangUpAsync(CancellationToken ends)
    {
        Http.Abort();
        await Over.WaitAsync(ends);
    }

    /// <summary>Another server answers what the request made CecSim ask.</summary>
    public async Task AnswerAsync(string body)
    {
        Request.Answer(body);
        await Task.WhenAny(Over, Request.WhenIdle);
    }

    /// <summary>Its client has the answer.</summary>
    public async Task SendAsync()
    {
        Request.Send();
        await Task.WhenAny(Over, Request.WhenIdle);
    }
}
