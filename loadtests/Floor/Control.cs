namespace Floor;

/// <summary>What a load test does to a server besides being its client.</summary>
internal static class Control
{
    public static void MapControl(this WebApplication app, Customers customers)
    {
        var control = app.MapGroup("/_cecsim");
        control.MapGet("/health/ready", () => TypedResults.Ok());
        control.MapGet("/process", (bool? collect) => TypedResults.Ok(new ProcessBody(
            GC.GetTotalMemory(forceFullCollection: collect == true),
            Environment.WorkingSet,
            ThreadPool.ThreadCount,
            ThreadPool.PendingWorkItemCount,
            (long)Environment.CpuUsage.TotalTime.TotalMilliseconds,
            customers.All.Count(c => c.IsParked))));
        control.MapPost("/spaces", () => TypedResults.Ok(
            new SpaceBody("floor", "floor-key", "floor-secret", ["202403010000000001"])));
        control.MapDelete("/spaces/{name}", () =>
        {
            customers.Forget();
            return TypedResults.NoContent();
        });
        control.MapGet("/spaces/{name}/calls", () => TypedResults.Ok(
            new CallsBody([.. customers.All.Select(c => new CallBody(c.Number, c.User))])));
        control.MapPost("/spaces/{name}/calls/{id:long}/events", (long id, Push push) =>
        {
            customers.Find(id)?.Push(push.ResultDesc ?? "");
            return TypedResults.NoContent();
        });
        control.MapPost("/spaces/{name}/clock", () =>
        {
            customers.ReleaseAll();
            return TypedResults.Ok();
        });
    }
}
