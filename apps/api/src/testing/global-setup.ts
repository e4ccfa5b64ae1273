import { startCluster } from './test-cluster.ts'

export default startCluster
