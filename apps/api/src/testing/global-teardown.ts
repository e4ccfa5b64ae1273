import { stopCluster } from './test-cluster.ts'

export default stopCluster
