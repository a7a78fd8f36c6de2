using Microsoft.AspNetCore.Components;

namespace WitaLive.App.Layout;

public sealed partial class Routes : ComponentBase;
