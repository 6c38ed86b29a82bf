using Microsoft.Extensions.DependencyInjection;

namespace CecSim.Aspire;

/// <summary>
/// One thing that CEC's clients must know of a space. The server is asked for it when somebody starts who wants it:
/// most scenarios leave it to the server, and what the app host does not know it cannot write down.
/// </summary>
internal sealed class SpaceValue : IValueProvider, IManifestExpressionProvider
{
    private readonly CecSimResource _server;
    private readonly Func<SpaceDetails, string> _read;

    private SpaceValue(CecSimResource server, string name, Func<SpaceDetails, string> read) =>
        (_server, Name, _read) = (server, name, read);

    public string Name { get; }

    public string ValueExpression => $"{{{_server.Name}.{Name}}}";

    public static IReadOnlyList<SpaceValue> All(CecSimResource server) =>
    [
        new(server, "Space", s => s.Name),
        new(server, nameof(SpaceDetails.AppKey), s => s.AppKey),
        new(server, nameof(SpaceDetails.AppSecret), s => s.AppSecret),
        new(server, nameof(SpaceDetails.TenantSpaceId), s => s.TenantSpaceId),
        new(server, "ChannelId", s => s.ChannelIds[0]),
    ];

    // So the orchestrator asks before it starts the server, to show it: there is nothing to be told yet.
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new((string?)null);

    public async ValueTask<string?> GetValueAsync(
        ValueProviderContext context, CancellationToken cancellationToken = default)
    {
        if (context.ExecutionContext is not { } execution)
        {
            return null;
        }

        await execution.Services.GetRequiredService<ResourceNotificationService>()
            .WaitForResourceHealthyAsync(_server.Name, WaitBehavior.StopOnResourceUnavailable, cancellationToken)
            .ConfigureAwait(false);
        using var control = _server.OpenControl();
        return _read((await control.ListSpacesAsync(cancellationToken).ConfigureAwait(false))[0]);
    }
}
