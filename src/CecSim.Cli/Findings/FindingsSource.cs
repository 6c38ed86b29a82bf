namespace CecSim.Cli.Findings;

/// <summary>Asks a running server for its findings.</summary>
internal static class FindingsSource
{
    /// <returns>The reports, or why there are none, in words for the user.</returns>
    public static async Task<(IReadOnlyList<SpaceFindings> Reports, string? Complaint)> FetchAsync(
        Uri url, string? space, string? controlKey, CancellationToken cancellationToken)
    {
        using var server = ControlVerb.Connect(url, controlKey);
        try
        {
            return (
                space is null
                    ? await server.ListFindingsAsync(cancellationToken)
                    : [await server.Space(space).ReadFindingsAsync(cancellationToken)],
                null);
        }
        catch (ControlProblemException e)
        {
            return ([], $"{url}: {e.Detail ?? e.Message}");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return ([], $"{url} does not answer as a CecSim does: {e.Message}");
        }
    }
}
